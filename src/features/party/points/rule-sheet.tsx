import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Dated } from '../../../components/dated'
import { Heading } from '../../../components/heading'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import { datedDay } from '../../../platform/dates'
import { useAsk } from '../../../platform/use-ask'
import { Answered } from '../frame'
import type { Rule } from '../shapes'
import { kindNames, rulesWording as words, worthOf } from './wording'

/** One rule with every version it had, and why. */
export function RuleSheet({ rule, onChange, onClose }: { rule: Rule; onChange?: () => void; onClose: () => void }) {
  const { code, areaCode } = rule
  const { asked, again } = useAsk(() => client.hub.pointRuleHistory({ code, areaCode }), `rule/${code}/${areaCode}`)
  return (
    <Sheet open title={rule.words} onClose={onClose}>
      <View className="stack">
        <View>
          <View className="t-strong">{worthOf(rule)}</View>
          <View className="t-note">
            <Dated words={[kindNames[rule.kind], rule.areaName ?? words.county].join(' · ')} />
          </View>
        </View>
        {onChange && (
          <Button look="secondary" block onTap={onChange}>
            {words.change}
          </Button>
        )}
        <Heading level={2} className="t-head">
          {words.history}
        </Heading>
        <Answered asked={asked} again={again}>
          {({ rows }) =>
            rows.map((one) => (
              <View key={one.version} className="party__version">
                <View className="t-strong">{one.reason}</View>
                <View>
                  <Dated words={[one.words, worthOf(one)].join(' · ')} />
                </View>
                <View className="t-note">
                  {[
                    words.version(one.version),
                    words.fromDay(datedDay(one.fromOn)),
                    one.untilOn && words.untilDay(datedDay(one.untilOn)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </View>
              </View>
            ))
          }
        </Answered>
      </View>
    </Sheet>
  )
}
