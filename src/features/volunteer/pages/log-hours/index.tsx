import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { DayTime } from '../../../../components/day-time'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Uploader } from '../../../../components/uploader'
import { client } from '../../../../platform/client'
import { dayKey, momentOf, timeOfDay } from '../../../../platform/dates'
import { say, wordsOf } from '../../../../platform/say'
import { useForm } from '../../../../platform/use-form'
import { useUploads } from '../../../../platform/use-uploads'
import { hoursRefusal, hoursWording as words } from '../../hours/wording'

const mostPictures = 6

/** Logs service that nobody checked in, or (with a record) what it was really. The community looks before it counts. */
export default function LogHoursPage() {
  const { params } = useRouter()
  const recordId = params.recordId === undefined ? undefined : Number(params.recordId)
  const start = (at: string | undefined) => (at === undefined ? undefined : new Date(Number(at)))
  const [from, until] = [start(params.from), start(params.until)]
  const [form, change] = useForm({
    words: '',
    day: from ? dayKey(from) : '',
    from: from ? timeOfDay(from) : '',
    until: until ? timeOfDay(until) : '',
  })
  const [problems, setProblems] = useState<Partial<Record<'words' | 'day' | 'time', string>>>({})
  const [busy, setBusy] = useState(false)
  const uploads = useUploads()
  const correcting = recordId !== undefined

  const send = async () => {
    const [begins, ends] = [momentOf(form.day, form.from), momentOf(form.day, form.until)]
    const missing = {
      ...(form.words.trim().length < 2 ? { words: correcting ? words.missing.why : words.missing.what } : {}),
      ...(form.day ? {} : { day: words.missing.day }),
      ...(begins && ends ? {} : { time: words.missing.time }),
    }
    setProblems(missing)
    if (Object.keys(missing).length > 0 || !begins || !ends) return
    setBusy(true)
    try {
      const span = { from: begins, until: ends }
      const answer = correcting
        ? await client.volunteer.correctHours({ recordId, ...span, why: form.words.trim() })
        : await client.volunteer.logHours({ ...span, what: form.words.trim(), fileIds: uploads.fileIds })
      if (!answer.ok) return say(hoursRefusal(answer.refusal))
      say(words.sent)
      await Taro.navigateBack().catch(() => {})
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Shell
      title={correcting ? words.correctTitle : words.logTitle}
      bar={
        <Button block loading={busy} disabled={busy || uploads.sending} onTap={() => void send()}>
          {words.send}
        </Button>
      }
    >
      <View className="stack">
        <Card>
          <View className="stack">
            <Field
              label={correcting ? words.why1 : words.what}
              required
              hint={correcting ? words.whyHint : words.whatHint}
              most={correcting ? 200 : 100}
              value={form.words}
              problem={problems.words}
              onChange={(typed) => change({ words: typed })}
            />
            <DayTime
              label={words.day}
              kind="date"
              value={form.day}
              placeholder={words.pick}
              problem={problems.day}
              onChange={(day) => change({ day })}
            />
            <DayTime
              label={words.from}
              kind="time"
              value={form.from}
              placeholder={words.pick}
              problem={problems.time}
              onChange={(at) => change({ from: at })}
            />
            <DayTime
              label={words.until}
              kind="time"
              value={form.until}
              placeholder={words.pick}
              onChange={(at) => change({ until: at })}
            />
          </View>
        </Card>
        {!correcting && (
          <Card>
            <Uploader
              label={words.photos}
              hint={words.photosHint}
              items={uploads.items}
              most={mostPictures}
              kinds={['picture']}
              onPick={uploads.pick}
              onRemove={uploads.remove}
              onRetry={uploads.retry}
            />
          </Card>
        )}
      </View>
    </Shell>
  )
}
