import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingAttendance } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Heading } from '../../../components/heading'
import { Uploader } from '../../../components/uploader'
import { client } from '../../../platform/client'
import { goBack } from '../../../platform/routes'
import { useDraft } from '../../../platform/use-draft'
import { useUploads } from '../../../platform/use-uploads'
import type { Meeting } from '../shapes'
import { useWork } from '../use-work'
import { attendedNames, recordWording as words } from './wording'

const mostFiles = 12
/** What somebody said before is what is noted unless it was otherwise. */
const expected = { coming: 'present', remote: 'remote', leave: 'absent' } as const

/** Who was there, what was said, and the minutes; it keeps itself until it is sent. */
export function RecordForm({ meeting }: { meeting: Meeting }) {
  const { meetingId, version, title, people } = meeting
  const first = Object.fromEntries(
    people.flatMap(({ personId, attended, said }): [string, MeetingAttendance][] => {
      const at = attended ?? (said ? expected[said] : undefined)
      return at ? [[String(personId), at]] : []
    }),
  )
  const [form, change, forget] = useDraft(`party/record/${meetingId}/${version}`, {
    attended: first,
    summary: meeting.summary ?? '',
  })
  const [tried, setTried] = useState(false)
  const uploads = useUploads()
  const [busy, work] = useWork()
  const left = people.filter(({ personId }) => !form.attended[String(personId)]).length
  const short = form.summary.trim().length < 2
  const save = async () => {
    setTried(true)
    if (left > 0 || short) return
    const attendance = people.flatMap(({ personId }) => {
      const attended = form.attended[String(personId)]
      return attended ? [{ personId, attended }] : []
    })
    const record = { meetingId, version, attendance, summary: form.summary.trim(), fileIds: uploads.fileIds }
    if (!(await work(() => client.hub.recordMeeting(record), words.saved))) return
    forget()
    goBack()
  }
  return (
    <>
      <View>
        <Heading level={2} className="t-title">
          {title}
        </Heading>
        <View className="t-note">{words.lead}</View>
      </View>
      <Card>
        <View className="stack">
          {people.map(({ personId, name, floating, reason }) => (
            <View key={personId}>
              <Choice
                label={name}
                options={(Object.keys(attendedNames) as MeetingAttendance[])
                  .filter((value) => value !== 'remote' || floating)
                  .map((value) => ({ value, words: attendedNames[value] }))}
                value={form.attended[String(personId)]}
                onChange={(attended) =>
                  change((now) => ({ attended: { ...now.attended, [String(personId)]: attended } }))
                }
              />
              {reason !== '' && <View className="t-note">{words.reason(reason)}</View>}
            </View>
          ))}
          {tried && left > 0 && <View className="t-late">{words.problems.attendance(left)}</View>}
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Field
            label={words.summary}
            type="textarea"
            required
            most={2000}
            placeholder={words.summaryHint}
            value={form.summary}
            problem={tried && short ? words.problems.summary : ''}
            onChange={(summary) => change({ summary })}
          />
          <Uploader
            label={words.files}
            hint={words.filesHint}
            items={uploads.items}
            most={mostFiles}
            onPick={uploads.pick}
            onRemove={uploads.remove}
            onRetry={uploads.retry}
          />
        </View>
      </Card>
      <Button block loading={busy} disabled={busy || uploads.sending} onTap={() => void save()}>
        {words.save}
      </Button>
    </>
  )
}
