import { View } from '@tarojs/components'
import { Card, Section } from '../../../components/card'
import { go } from '../../../platform/routes'
import { weightsWording as words } from './wording'

/** In which order the system decides, in words. */
export function Order() {
  return (
    <Section title={words.order} more={words.more} onMore={() => go('helpWhy')}>
      <Card>
        <View className="weights__order">
          {words.steps.map(([head, rest], n) => (
            <View key={head} className="weights__step">
              <View className="match-number">{n + 1}</View>
              <View className="grow">
                <View className="t-strong">{head}</View>
                <View className="t-note">{rest}</View>
              </View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}
