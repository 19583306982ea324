import { View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import type { Request } from '../shapes'
import { spanWords } from '../wording'
import { urgencyNames, requestWording as words } from './wording'

/** What was asked for, in the words of whoever asked. */
export function Facts({ request }: { request: Request }) {
  const now = new Date()
  const { facts } = words
  const lines: [string, string][] = [
    [facts.who, request.requesterName],
    [facts.urgency, urgencyNames[request.row.urgency]],
    [facts.when, request.windows.map((window) => spanWords(window, now)).join('；')],
    [facts.long, words.minutes(request.minutes)],
    [facts.needs, request.skills.join('、')],
    [facts.dialects, request.dialects.join('、')],
  ]
  return (
    <View>
      <Heading level={2} className="help__sub">
        {words.said}
      </Heading>
      <View className={request.words ? 't-prewrap' : 't-note'}>{request.words || words.nothingSaid}</View>
      <View className="help__facts">
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <View key={name} className="help__fact">
              <View className="help__fact-name">{name}</View>
              <View className="grow">{value}</View>
            </View>
          ))}
      </View>
    </View>
  )
}
