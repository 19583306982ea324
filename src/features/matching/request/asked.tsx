import { View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import type { Request } from '../shapes'
import { askedWords, reasonWords, requestWording as words } from './wording'

/** Who was asked or comes, with the reasons in words, the weightiest first. */
export function AskedPeople({ request, nameOf }: { request: Request; nameOf: (code: string) => string }) {
  const now = new Date()
  return (
    <>
      {request.asked.map((one) => (
        <View key={one.personId}>
          <Heading level={2} className="help__sub">
            {askedWords(one)}
          </Heading>
          {one.why ? (
            <View className="t-prewrap">{words.why(one.why)}</View>
          ) : (
            [...one.reasons]
              .filter(({ kind, points }) => points > 0 && kind !== 'answers')
              .sort((a, b) => b.points - a.points)
              .map((reason) => {
                const said = reasonWords(reason, nameOf)
                return (
                  <View key={said} className="help__reason">
                    <View className="help__check">
                      <Icon name="check" size={20} />
                    </View>
                    <View className="grow">{said}</View>
                  </View>
                )
              })
          )}
          <View className="t-hint">{words.askedAt(one.sentAt, now)}</View>
        </View>
      ))}
      {request.refusals > 0 && <View className="t-note">{words.refusals(request.refusals)}</View>}
    </>
  )
}
