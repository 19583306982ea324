import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { DayTime } from '../../../../components/day-time'
import { Field } from '../../../../components/field'
import { Light } from '../../../../components/light'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { clock, dayKey } from '../../../../platform/dates'
import { env } from '../../../../platform/env'
import { go } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { Frame } from '../../frame'
import { visitsWording as words } from '../../visits/wording'
import { wording } from '../../wording'

const lights = { booked: 'go', checkedIn: 'go', cancelled: 'idle', missed: 'late' } as const

/** Who comes today, and checking in by the code on their phone: this is the one visit. */
export default function VisitsPage() {
  const [day, setDay] = useState(() => dayKey(new Date()))
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const { asked, again } = useAsk(() => client.application.appointments({ day }), `appointments/${day}`)

  const checkIn = async (typed: string) => {
    if (typed.trim() === '') return
    setBusy(true)
    try {
      const answer = await client.application.checkInVisit({ code: typed.trim() })
      if (answer.ok) {
        say(words.done(answer.value.applicantName, answer.value.itemName, answer.value.visits))
        setCode('')
        await again()
      } else {
        const { refusal } = answer
        say(refusal.reason === 'wrongDay' ? words.refusals.wrongDay(refusal.startsAt) : words.refusals[refusal.reason])
      }
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const scan = async () => {
    const result = await Taro.scanCode({ onlyFromCamera: true }).catch(() => undefined)
    if (result) await checkIn(result.result)
  }

  return (
    <Frame title={words.title} at="visits">
      <View className="staff-narrow stack">
        <Card>
          <View className="stack">
            {env.inWechat && (
              <Button icon="scan" onTap={scan}>
                {words.scan}
              </Button>
            )}
            <Field label={words.code} hint={words.codeHint} required most={20} value={code} onChange={setCode} />
            <Button look="secondary" loading={busy} disabled={code.trim() === ''} onTap={() => checkIn(code)}>
              {words.checkIn}
            </Button>
          </View>
        </Card>
        <DayTime label={words.day} kind="date" value={day} placeholder={words.pick} onChange={setDay} />
        {asked.state === 'loading' && <Skeleton rows={4} />}
        {(asked.state === 'offline' || asked.state === 'failed') && (
          <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
        )}
        {asked.state === 'ready' && asked.value.rows.length === 0 && <Empty words={words.empty} />}
        {asked.state === 'ready' && asked.value.rows.length > 0 && (
          <Card flush>
            {asked.value.rows.map((row) => (
              <Row
                key={row.appointmentId}
                title={`${clock(row.startsAt)} ${row.applicantName}`}
                note={`${row.itemName} · ${row.windowName}`}
                tail={<Light kind={lights[row.status]} words={words.status[row.status]} />}
                onTap={() => go('deskCase', { applicationId: row.applicationId })}
              />
            ))}
          </Card>
        )}
      </View>
    </Frame>
  )
}
