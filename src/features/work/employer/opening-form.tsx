import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../../types/operation'
import type { OpeningDetail, volunteer } from '../../../../types/volunteer'
import { AreaChoice } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { Shell } from '../../../components/shell'
import { roleOf } from '../../../components/spoken'
import { Stepper } from '../../../components/stepper'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { say, wordsOf } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { workRefusal } from '../refusal-wording'
import { Skills } from '../seeker/skills'
import '../style.scss'
import { workWording as words } from '../wording'
import { emptyOpening, fromOpening, type OpeningForm, type Problems, problemsOf, toOpening } from './form'
import { Shifts } from './shifts'

export type Enterprise = OutputOf<(typeof volunteer)['myEnterprises']>['rows'][number]
interface FormProps {
  /** What is changed; absent: a new one. */
  opening?: OpeningDetail
  enterprises: readonly Enterprise[]
  onSaved: (openingId: number) => void
}

const mostPeople = 200

/** What somebody is looked for: kept on this phone until it is saved. */
export function OpeningFormView({ opening, enterprises, onSaved }: FormProps) {
  const today = dayKey(new Date())
  const [form, change, forget] = useDraft<OpeningForm>(
    `work/opening/${opening?.openingId ?? 'new'}`,
    opening ? fromOpening(opening) : emptyOpening(today, enterprises[0]),
  )
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState('')
  const [sending, setSending] = useState(false)

  const save = async () => {
    const found = problemsOf(form)
    setProblems(found)
    if (Object.keys(found).length > 0) return setRefusal(words.missing)
    setRefusal('')
    setSending(true)
    try {
      const answer = await client.volunteer.saveOpening({
        ...toOpening(form),
        ...(opening ? { openingId: opening.openingId } : {}),
      })
      if (!answer.ok) return setRefusal(workRefusal(answer.refusal))
      forget()
      say(words.savedDraft)
      onSaved(answer.value.openingId)
    } catch (error) {
      setRefusal(wordsOf(error))
    } finally {
      setSending(false)
    }
  }

  return (
    <Shell
      title={words.addOpening}
      bar={
        <Button block loading={sending} onTap={() => void save()}>
          {words.saveDraft}
        </Button>
      }
    >
      <View className="stack">
        <Card>
          <View className="stack">
            <Choice
              label={words.enterprise}
              options={enterprises.map((one) => ({ value: one.enterpriseId, words: one.name }))}
              value={form.enterpriseId}
              problem={problems.enterpriseId ?? ''}
              onChange={(enterpriseId) => change({ enterpriseId })}
            />
            <Field
              label={words.title}
              required
              most={30}
              hint={words.titleHint}
              value={form.title}
              problem={problems.title ?? ''}
              onChange={(title) => change({ title })}
            />
            <AreaChoice
              label={words.place}
              value={form.areaCode}
              name={form.areaName}
              problem={problems.areaCode ?? ''}
              onChange={(areaCode, areaName) => change({ areaCode, areaName, start: null })}
            />
            <View className="field">
              <View className="field__label">{words.people}</View>
              <Stepper
                label={words.people}
                value={form.people}
                least={1}
                most={mostPeople}
                onChange={(people) => change({ people })}
              />
            </View>
          </View>
        </Card>
        <Card>
          <View className="stack">
            <Field
              label={words.payField}
              required
              most={60}
              hint={words.payHint}
              value={form.pay}
              problem={problems.pay ?? ''}
              onChange={(pay) => change({ pay })}
            />
            {(['payFrom', 'payUntil'] as const).map((field) => (
              <Field
                key={field}
                label={words[field]}
                type="number"
                value={form[field]}
                problem={problems[field] ?? ''}
                onChange={(value) => change({ [field]: value })}
              />
            ))}
            <DayTime
              label={words.untilOn}
              kind="date"
              from={today}
              value={form.untilOn}
              placeholder={words.pick}
              problem={problems.untilOn ?? ''}
              onChange={(untilOn) => change({ untilOn })}
            />
          </View>
        </Card>
        <Card>
          <Shifts shifts={form.shifts} problem={problems.shifts} onChange={(shifts) => change({ shifts })} />
        </Card>
        <Card>
          <Skills label={words.skills} skills={form.skills} onChange={(skills) => change({ skills })} />
        </Card>
        <Card>
          <Field
            label={words.about}
            type="textarea"
            most={1000}
            value={form.words}
            onChange={(about) => change({ words: about })}
          />
        </Card>
        {refusal && (
          <View className="t-late" {...roleOf('alert')}>
            {refusal}
          </View>
        )}
      </View>
    </Shell>
  )
}
