import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PointKind } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { useForm } from '../../../platform/use-form'
import type { Rule } from '../shapes'
import { useWork } from '../use-work'
import { partyWording } from '../wording'
import { kindNames, rulesWording as words } from './wording'

interface RuleFormProps {
  /** What is changed; absent: a new one. */
  rule?: Rule | undefined
  /** For which area the version is made; null: the whole county. */
  areaCode: string | null
  onClose: () => void
  onSaved: () => void
}

const whole = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : undefined)

/** The next version of a rule, or a new one, with the reason everybody reads. */
export function RuleForm({ rule, areaCode, onClose, onSaved }: RuleFormProps) {
  const today = dayKey(new Date())
  const [form, change] = useForm({
    words: rule?.words ?? '',
    kind: (rule?.kind ?? 'addition') as PointKind,
    points: String(rule?.points ?? ''),
    cap: rule?.cap ? String(rule.cap) : '',
    fromOn: today,
    untilOn: '',
    reason: '',
  })
  const [tried, setTried] = useState(false)
  const [busy, work] = useWork()
  const points = whole(form.points)
  const cap = form.cap.trim() === '' ? null : whole(form.cap)
  const problems = {
    words: form.words.trim().length < 2 ? words.problems.words : '',
    points: !points || points > 100 ? words.problems.points : '',
    cap: cap === undefined || (cap !== null && points && cap < points) ? words.problems.cap : '',
    reason: form.reason.trim().length < 2 ? words.problems.reason : '',
  }
  const show = (problem: string) => (tried ? problem : '')
  const save = async () => {
    setTried(true)
    if (Object.values(problems).some(Boolean) || !points || cap === undefined) return
    const { kind, fromOn } = form
    const untilOn = form.untilOn === '' ? null : form.untilOn
    // The community's first version of a county's rule begins a line of its own.
    const seen = rule ? { code: rule.code, version: rule.areaCode === areaCode ? rule.version : 0 } : {}
    const next = {
      ...seen,
      areaCode,
      words: form.words.trim(),
      kind,
      points,
      cap,
      fromOn,
      untilOn,
      reason: form.reason.trim(),
    }
    if (!(await work(() => client.hub.savePointRule(next), words.saved))) return
    onClose()
    onSaved()
  }
  return (
    <Sheet open title={rule ? words.changeTitle : words.addTitle} onClose={onClose}>
      <View className="stack">
        {rule && rule.areaCode !== areaCode && <View className="quiet t-note">{words.own}</View>}
        <Field
          label={words.words}
          required
          most={60}
          placeholder={words.wordsHint}
          value={form.words}
          problem={show(problems.words)}
          onChange={(typed) => change({ words: typed })}
        />
        {!rule && (
          <Choice
            label={words.kind}
            options={(Object.keys(kindNames) as PointKind[]).map((value) => ({ value, words: kindNames[value] }))}
            value={form.kind}
            onChange={(kind) => change({ kind })}
          />
        )}
        <Field
          label={words.points}
          type="number"
          required
          value={form.points}
          problem={show(problems.points)}
          onChange={(typed) => change({ points: typed })}
        />
        <Field
          label={words.cap}
          placeholder={words.capHint}
          type="number"
          value={form.cap}
          problem={show(problems.cap)}
          onChange={(typed) => change({ cap: typed })}
        />
        <DayTime
          label={words.from}
          kind="date"
          value={form.fromOn}
          from={today}
          placeholder={partyWording.pick}
          onChange={(fromOn) => change({ fromOn })}
        />
        <DayTime
          label={words.until}
          kind="date"
          value={form.untilOn}
          from={form.fromOn}
          placeholder={partyWording.pick}
          onChange={(untilOn) => change({ untilOn })}
        />
        <Field
          label={words.reason}
          type="textarea"
          required
          most={200}
          hint={words.reasonHint}
          value={form.reason}
          problem={show(problems.reason)}
          onChange={(typed) => change({ reason: typed })}
        />
        <Button block loading={busy} disabled={busy} onTap={() => void save()}>
          {words.save}
        </Button>
      </View>
    </Sheet>
  )
}
