import { View } from '@tarojs/components'
import { useState } from 'react'
import { privacyVersion } from '../../../../types/people'
import { type DutyProfession, dutyProfessions } from '../../../../types/volunteer/duty'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Chips } from '../../../components/chips'
import { Field } from '../../../components/field'
import { Light } from '../../../components/light'
import { Sheet } from '../../../components/sheet'
import { Empty, Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { nearTime } from '../../../platform/dates'
import { walkingMinutes } from '../../../platform/distance'
import { go } from '../../../platform/routes'
import { useMe } from '../../../platform/session'
import { useAsk } from '../../../platform/use-ask'
import { useStep } from '../../../platform/use-step'
import { wording } from '../wording'
import { type DutyRefusal, dutyRefusal, professionIcons, professionNames, dutyWording as words } from './wording'

type Which = DutyProfession | 'all'
const chips = [
  { value: 'all' as Which, words: words.all },
  ...dutyProfessions.map((value) => ({ value: value as Which, words: professionNames[value] })),
]

/** Who is there now, and who is next; a wish to be called back reaches them without a number. */
export function OnDuty() {
  const [which, setWhich] = useState<Which>('all')
  const me = useMe()
  const { asked, again } = useAsk(
    () => client.volunteer.onDuty(which === 'all' ? {} : { profession: which }),
    `duty/${which}`,
  )
  const { busy, run } = useStep<DutyRefusal>(dutyRefusal, again)
  const [called, setCalled] = useState<{ shiftId: number; shownName: string }>()
  const [said, setSaid] = useState('')
  const home = me?.community
  const call = async () => {
    if (!called) return
    const { shiftId } = called
    const done = await run(
      'call',
      async () => {
        // Asking is agreeing: the sheet says what the other side sees.
        if (me?.privacyConsent?.version !== privacyVersion)
          await client.people.givePrivacyConsent({ version: privacyVersion })
        return client.volunteer.callDuty({ shiftId, words: said.trim() })
      },
      words.sent,
    )
    if (done) {
      setCalled(undefined)
      setSaid('')
    }
  }
  const now = new Date()
  return (
    <View className="stack">
      <Chips label={words.title} items={chips} value={which} onChange={setWhich} />
      {asked.state === 'loading' && <Skeleton />}
      {(asked.state === 'offline' || asked.state === 'failed') && (
        <Failed words={wording.offline} onAgain={() => void again()} />
      )}
      {asked.state === 'ready' && asked.value.rows.length === 0 && (
        <Empty words={words.empty} step={words.emptyStep} onStep={() => go('askHelp')} />
      )}
      {asked.state === 'ready' && asked.value.rows.length > 0 && (
        <Card flush>
          {asked.value.rows.map((one) => {
            const far =
              one.lat !== null && one.lng !== null && home?.lat != null && home.lng != null
                ? words.walk(walkingMinutes({ lat: home.lat, lng: home.lng }, { lat: one.lat, lng: one.lng }))
                : ''
            return (
              <Row
                key={one.shiftId}
                tile={professionIcons[one.profession]}
                title={one.shownName}
                note={
                  <>
                    <Light
                      kind={one.now ? 'go' : 'idle'}
                      words={one.now ? words.now(nearTime(one.until, now)) : words.next(nearTime(one.from, now))}
                    />
                    <View>{[one.placeName, far].filter(Boolean).join(' · ')}</View>
                  </>
                }
                {...(one.now && !one.mine
                  ? {
                      tail: <View className="t-link nowrap">{words.ask}</View>,
                      onTap: () => setCalled(one),
                    }
                  : { tail: one.mine ? <View className="t-note">{words.me}</View> : <View /> })}
              />
            )
          })}
        </Card>
      )}
      <Sheet
        open={called !== undefined}
        title={called ? words.askTitle(called.shownName) : ''}
        onClose={() => setCalled(undefined)}
      >
        <View className="stack">
          <View className="t-note">{words.askNote}</View>
          <Field
            label={words.words}
            required
            type="textarea"
            most={200}
            hint={words.wordsHint}
            value={said}
            onChange={setSaid}
          />
          <Button block disabled={said.trim().length < 2} loading={busy === 'call'} onTap={() => void call()}>
            {words.send}
          </Button>
        </View>
      </Sheet>
    </View>
  )
}
