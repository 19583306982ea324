import { View } from '@tarojs/components'
import { useState } from 'react'
import { diaryLimits } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { SayBox } from '../../../components/say-box'
import { roleOf } from '../../../components/spoken'
import { client } from '../../../platform/client'
import { addDays, dayKey } from '../../../platform/dates'
import { replaceWith } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { useKeys } from '../../../platform/use-keys'
import { useList } from '../../../platform/use-list'
import { useUploads } from '../../../platform/use-uploads'
import { useChecked } from '../use-checked'
import { refusalWords, wording } from '../wording'
import { emptyVisit, problemsOf, schema, toInput, type VisitForm } from './form'
import { HouseholdPick } from './household-pick'
import { PromisesPart } from './promises-part'
import { writeWording as words } from './wording'

interface WriteProps {
  /** The household it began with. */
  householdId: number | undefined
  /** The wish to be visited that it answers. */
  contactId: number | undefined
}

/** Writes a visit down; what is written stays on this phone until the cloud has it. */
export function WriteVisit({ householdId, contactId }: WriteProps) {
  const today = dayKey(new Date())
  const name = `branch/visit/${contactId ?? householdId ?? 'new'}`
  const [form, set, forget] = useDraft<VisitForm>(name, emptyVisit(today, householdId))
  const [busy, setBusy] = useState(false)
  const uploads = useUploads()
  const list = useList((cursor) => client.hub.myHouseholds(cursor ? { cursor } : {}), 'mine')
  const input = toInput(form, uploads.fileIds, contactId)
  const checked = useChecked(schema, input, problemsOf(form))
  const change = (part: Partial<VisitForm>) => {
    checked.touched()
    set({ ...form, ...part })
  }
  const submit = async () => {
    if (busy) return
    if (uploads.sending) return say(words.sending)
    if (!checked.check()) return
    setBusy(true)
    try {
      const answer = await client.hub.writeVisit(input)
      if (!answer.ok) return say(refusalWords(answer.refusal))
      forget()
      say(words.saved)
      replaceWith('branchVisit', { visitId: answer.value.visitId })
    } catch (error) {
      if (!checked.take(error)) say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  useKeys({ 'Ctrl+Enter': () => void submit() })
  const homes = list.rows.filter((row) => form.householdIds.includes(row.householdId))
  return (
    <View className="stack">
      <Card>
        <View className="stack">
          <DayTime
            label={words.when}
            kind="date"
            value={form.visitedOn}
            placeholder={words.pickDay}
            from={addDays(today, -diaryLimits.lateDays)}
            problem={checked.problemAt('visitedOn')}
            onChange={(visitedOn) => change({ visitedOn })}
          />
          <HouseholdPick
            list={list}
            values={form.householdIds}
            problem={checked.problemAt('householdIds')}
            onChange={(householdIds) => change({ householdIds })}
          />
        </View>
      </Card>
      <Section title={words.heard}>
        <Card>
          <View className="stack">
            <SayBox
              label={words.heard}
              placeholder={words.heardHint}
              most={1000}
              mostFiles={diaryLimits.files}
              value={form.heard}
              problem={checked.problemAt('heard')}
              uploads={uploads}
              onChange={(heard) => change({ heard })}
            />
            <View className="t-note">{words.heardNote}</View>
          </View>
        </Card>
      </Section>
      <Section title={words.promises}>
        <Card>
          <PromisesPart
            form={form}
            homes={homes}
            today={today}
            checked={checked}
            onChange={(promises) => change({ promises })}
          />
        </Card>
      </Section>
      {contactId !== undefined && (
        <Card>
          <Field
            label={words.answer}
            type="textarea"
            most={300}
            hint={words.answerHint}
            value={form.answer}
            problem={checked.problemAt('answer')}
            onChange={(answer) => change({ answer })}
          />
        </Card>
      )}
      {checked.count > 0 && (
        <View className="t-late" {...roleOf('alert')}>
          {wording.mistakes(checked.count)}
        </View>
      )}
      <View className="t-note">{words.draft}</View>
      <Button block loading={busy} onTap={submit}>
        {words.submit}
      </Button>
    </View>
  )
}
