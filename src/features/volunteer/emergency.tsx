import { Text, View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Tap } from '../../components/tap'
import { makePhoneCall } from '../../platform/help-phone'
import { askWording as words } from './ask/wording'
import './ask/style.scss'

/** What neighbours are not for: the three numbers, one tap each. */
export function Emergency({ urgent = false }: { urgent?: boolean }) {
  const line = (
    <View className="emergency">
      <Text className={urgent ? 't-strong' : 't-note'}>{urgent ? words.mediation : words.emergency}</Text>
      <View className="emergency__numbers">
        {words.numbers.map(({ number, words: said }) => (
          <Tap key={number} className="emergency__number" label={words.call(said)} onTap={() => makePhoneCall(number)}>
            {number}
          </Tap>
        ))}
      </View>
    </View>
  )
  return urgent ? <Card>{line}</Card> : line
}
