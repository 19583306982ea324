import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingKind } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { dayKey, momentOf, timeOfDay } from '../../../platform/dates'
import { goBack } from '../../../platform/routes'
import { useDraft } from '../../../platform/use-draft'
import type { Meeting, MyBranch } from '../shapes'
import { useWork } from '../use-work'
import { meetingNames, partyWording } from '../wording'
import { kindOptions, planWording as words } from './wording'

const formOf = (m: Meeting | undefined) => ({
  kind: m?.kind as MeetingKind | undefined,
  title: m?.title ?? '',
  day: m ? dayKey(m.startsAt) : '',
  from: m ? timeOfDay(m.startsAt) : '',
  until: m ? timeOfDay(m.endsAt) : '',
  place: m?.place ?? '',
  remoteWay: m?.remoteWay ?? '',
  agenda: m?.agenda ?? '',
})

/** The form of a meeting; it keeps itself until it is sent. */
export function PlanForm({ branch, meeting }: { branch: MyBranch; meeting: Meeting | undefined }) {
  const name = `party/plan/${meeting ? `${meeting.meetingId}/${meeting.version}` : 'new'}`
  const [form, change, forget] = useDraft(name, formOf(meeting))
  const [tried, setTried] = useState(false)
  const [busy, work] = useWork()
  const startsAt = momentOf(form.day, form.from)
  const endsAt = momentOf(form.day, form.until)
  const problems = {
    kind: form.kind ? '' : words.problems.kind,
    name: form.title.trim().length < 2 ? words.problems.name : '',
    time: startsAt && endsAt && startsAt < endsAt ? '' : words.problems.time,
    place: form.place.trim().length < 2 ? words.problems.place : '',
  }
  const show = (problem: string) => (tried ? problem : '')
  const save = async () => {
    setTried(true)
    const { kind } = form
    if (Object.values(problems).some(Boolean) || !kind || !startsAt || !endsAt) return
    const { title, place, remoteWay, agenda } = form
    const seen = meeting ? { meetingId: meeting.meetingId, version: meeting.version } : {}
    const said = { title: title.trim(), place: place.trim(), remoteWay: remoteWay.trim(), agenda: agenda.trim() }
    if (!(await work(() => client.hub.saveMeeting({ ...seen, kind, ...said, startsAt, endsAt }), words.saved))) return
    forget()
    goBack()
  }
  return (
    <>
      <Card>
        <View className="stack">
          <Choice
            label={words.kind}
            options={kindOptions(meetingNames, branch)}
            value={form.kind}
            problem={show(problems.kind)}
            onChange={(kind) => change({ kind })}
          />
          <Field
            label={words.name}
            required
            most={60}
            placeholder={words.nameHint}
            value={form.title}
            problem={show(problems.name)}
            onChange={(title) => change({ title })}
          />
          <DayTime
            label={words.day}
            kind="date"
            value={form.day}
            placeholder={partyWording.pick}
            problem={show(problems.time)}
            onChange={(day) => change({ day })}
          />
          <DayTime
            label={words.from}
            kind="time"
            value={form.from}
            placeholder={partyWording.pick}
            onChange={(from) => change({ from })}
          />
          <DayTime
            label={words.until}
            kind="time"
            value={form.until}
            placeholder={partyWording.pick}
            onChange={(until) => change({ until })}
          />
          <Field
            label={words.place}
            required
            most={60}
            placeholder={words.placeHint}
            value={form.place}
            problem={show(problems.place)}
            onChange={(place) => change({ place })}
          />
          <Field
            label={words.remote}
            most={200}
            placeholder={words.remoteHint}
            value={form.remoteWay}
            onChange={(remoteWay) => change({ remoteWay })}
          />
          <Field
            label={words.agenda}
            type="textarea"
            most={1000}
            value={form.agenda}
            onChange={(agenda) => change({ agenda })}
          />
        </View>
      </Card>
      <Button block loading={busy} disabled={busy} onTap={() => void save()}>
        {words.save}
      </Button>
    </>
  )
}
