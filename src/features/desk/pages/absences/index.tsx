import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { DayTime } from '../../../../components/day-time'
import { client } from '../../../../platform/client'
import { dayKey } from '../../../../platform/dates'
import { confirm, say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { Frame } from '../../frame'
import { Colleagues } from '../../handover/colleagues'
import { absenceWording as words } from '../../handover/wording'

/** 请假: who takes over what is mine, and from when until when. */
export default function AbsencesPage() {
  const { asked, again } = useAsk(() => client.application.absences({}), 'absences')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [coverPersonId, setCover] = useState<number>()
  const [busy, setBusy] = useState(false)
  const wrong = from && until && until < from ? words.endsBeforeItBegins : ''
  const rows = asked.state === 'ready' ? asked.value.rows : []

  const submit = async () => {
    if (coverPersonId === undefined) return
    setBusy(true)
    try {
      const answer = await client.application.recordAbsence({ from, until, coverPersonId })
      if (answer.ok) {
        say(words.saved(answer.value.moved))
        setFrom('')
        setUntil('')
        await again()
      } else if (answer.refusal.reason === 'colleagueAway') say(words.refusals.colleagueAway(answer.refusal.until))
      else if (answer.refusal.reason === 'overlaps')
        say(words.refusals.overlaps(answer.refusal.from, answer.refusal.until))
      else say(answer.refusal.reason === 'notAColleague' ? words.refusals.notAColleague : words.endsBeforeItBegins)
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const end = async (absenceId: number) => {
    if (!(await confirm(words.endSure, words.end, words.keep))) return
    try {
      if ((await client.application.endAbsence({ absenceId })).ok) say(words.ended)
      await again()
    } catch (error) {
      say(wordsOf(error))
    }
  }

  const today = dayKey(new Date())
  return (
    <Frame title={words.title} at="absences">
      <View className="staff-narrow stack">
        <View className="t-note">{words.lead}</View>
        {rows.length > 0 && (
          <Card flush>
            {rows.map((a) => (
              <Row
                key={a.absenceId}
                title={words.span(a.from, a.until)}
                note={words.coverName(a.coverName)}
                tail={
                  <Button look="secondary" size="small" onTap={() => end(a.absenceId)}>
                    {words.end}
                  </Button>
                }
              />
            ))}
          </Card>
        )}
        <Card>
          <View className="stack">
            <DayTime
              label={words.from}
              kind="date"
              value={from}
              placeholder={words.pick}
              from={today}
              onChange={setFrom}
            />
            <DayTime
              label={words.until}
              kind="date"
              value={until}
              placeholder={words.pick}
              problem={wrong}
              from={from || today}
              onChange={setUntil}
            />
            <Colleagues label={words.cover} value={coverPersonId} onChange={setCover} />
            <Button
              block
              loading={busy}
              disabled={!from || !until || wrong !== '' || coverPersonId === undefined}
              onTap={submit}
            >
              {words.submit}
            </Button>
          </View>
        </Card>
      </View>
    </Frame>
  )
}
