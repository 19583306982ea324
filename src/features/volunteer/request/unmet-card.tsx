import { View } from '@tarojs/components'
import type { RequestOf } from '../../../../types/operation'
import type { volunteer } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { TimeSpan } from '../../../components/time-span'
import { makePhoneCall } from '../../../platform/help-phone'
import { type Request, unmetWords, requestWording as words } from './wording'
import './unmet-card.scss'

type Change = Pick<RequestOf<(typeof volunteer)['changeRequest']>, 'windows' | 'wishes'>

interface UnmetProps {
  request: Request
  busy: string
  onChange: (name: string, change: Change) => void
}

/** Nobody can come: why, what would bring somebody (one tap each), and who looks after it now. */
export function UnmetCard({ request, busy, onChange }: UnmetProps) {
  const { unmet, ownerName, helpPhone, allowedActions } = request
  if (!unmet) return null
  const options = allowedActions.includes('change') ? optionsOf(request) : []
  return (
    <>
      <Card>
        <View>{unmetWords[unmet.reason]}</View>
        {unmet.places && unmet.places.takenElsewhere > 0 && (
          <View className="t-note">{words.takenElsewhere(unmet.places.takenElsewhere)}</View>
        )}
      </Card>
      {options.length > 0 && (
        <Card>
          <View className="stack">
            <Heading level={2} className="t-head">
              {words.unmetFill}
            </Heading>
            {options.map(({ key, span, said, step, change }) => (
              <View key={key} className="option">
                <View className="grow">
                  {span && (
                    <View className="t-strong">
                      <TimeSpan {...span} />
                    </View>
                  )}
                  <View className={span ? 't-note' : ''}>{said}</View>
                </View>
                <Button look="secondary" size="small" loading={busy === key} onTap={() => onChange(key, change)}>
                  {step}
                </Button>
              </View>
            ))}
          </View>
        </Card>
      )}
      <Card flush>
        <Row icon="person" title={words.caring(ownerName ? words.ownerOf(ownerName) : words.owner)} />
        {helpPhone && (
          <Row
            icon="phone"
            title={words.call(helpPhone)}
            note={words.callNote}
            onTap={() => makePhoneCall(helpPhone)}
          />
        )}
      </Card>
    </>
  )
}

/** What the requester can change so that somebody comes: another time, or one wish less. */
export function optionsOf({ unmet, wishes, dialects }: Request) {
  const places = unmet?.places
  if (!places) return []
  const { otherTimes, relaxations } = places
  const kept = {
    ...(wishes.dialect ? { dialect: wishes.dialect } : {}),
    ...(wishes.homeCounty ? { homeCounty: wishes.homeCounty } : {}),
    ...(wishes.sameSex ? { sameSex: wishes.sameSex } : {}),
  }
  const { dialect: _, ...withoutDialect } = kept
  const { homeCounty: __, ...withoutHome } = kept
  const { sameSex: ___, ...withoutSex } = kept
  const relaxed = relaxations.flatMap(({ rule, volunteers }) => {
    if (volunteers === 0) return []
    const option = (said: string, left: typeof kept) => [
      { key: rule, said, step: words.relax, change: { wishes: left } },
    ]
    if (rule === 'dialect') return option(words.relaxations.dialect(volunteers, dialects.join('、')), withoutDialect)
    if (rule === 'homeCounty') return option(words.relaxations.homeCounty(volunteers), withoutHome)
    if (rule === 'sex') return option(words.relaxations.sex(volunteers), withoutSex)
    return []
  })
  return [
    ...otherTimes.map(({ from, until, volunteers }) => ({
      key: `time-${from.getTime()}`,
      span: { from, until },
      said: words.otherTime(volunteers),
      step: words.changeTo,
      change: { windows: [{ from, until }] } as Change,
    })),
    ...relaxed.map((one) => ({ ...one, span: undefined, change: one.change as Change })),
  ]
}
