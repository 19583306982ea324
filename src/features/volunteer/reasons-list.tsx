import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import type { Said } from './reasons'
import './style.scss'

/** Why somebody was chosen, in words. */
export function ReasonsList({ said }: { said: readonly Said[] }) {
  return (
    <View className="reasons" role="list">
      {said.map(({ key, strong, rest }) => (
        <View key={key} className="reason" role="listitem">
          <View className="reason__tick">
            <Icon name="check" size={20} />
          </View>
          <View className="grow">
            <Text className="t-strong">{strong}</Text>
            {rest}
          </View>
        </View>
      ))}
    </View>
  )
}
