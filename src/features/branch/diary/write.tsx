import { View } from '@tarojs/components'
import { diaryLimits } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { SayBox } from '../../../components/say-box'
import { roleOf } from '../../../components/spoken'
import { addDays, dayKey } from '../../../platform/dates'
import { dropRefused } from '../../../platform/outbox'
import { replaceWith } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { useKeys } from '../../../platform/use-keys'
import { useUploads } from '../../../platform/use-uploads'
import { useChecked } from '../use-checked'
import { wording } from '../wording'
import { emptyVisit, formOf, problemsOf, schema, toInput, type VisitForm } from './form'
import { HouseholdPick } from './household-pick'
import { PromisesPart } from './promises-part'
import { useAgain } from './refused'
import { useHomes } from './use-homes'
import { useWrite } from './use-write'
import { writeWording as words } from './wording'
import { WrittenDown } from './written-down'

interface WriteProps {
  /** The household it began with. */
  householdId: number | undefined
  /** The wish to be visited that it answers. */
  contactId: number | undefined
  /** Request id of a visit that the cloud did not take: it is put right. */
  again?: string | undefined
}

/** Writes a visit down; what is written stays on this phone until the cloud has it. */
export function WriteVisit({ householdId, contactId: wish, again }: WriteProps) {
  const today = dayKey(new Date())
  const before = useAgain(again)
  const contactId = before ? before.contactId : wish
  const name = `branch/visit/${before ? `again/${again}` : (contactId ?? householdId ?? 'new')}`
  const empty = emptyVisit(today, householdId)
  const [form, set, forget] = useDraft<VisitForm>(name, before ? formOf(before.visit) : empty)
  const uploads = useUploads()
  const homesHere = useHomes()
  const fileIds = [...(before?.visit.fileIds ?? []), ...uploads.fileIds]
  const input = toInput(form, fileIds, contactId)
  const checked = useChecked(schema, input, problemsOf(form))
  const insteadOf = before && again
  const { busy, waiting, submit, another } = useWrite({ input, uploads, checked, insteadOf, forget })
  const change = (part: Partial<VisitForm>) => {
    checked.touched()
    set(part)
  }
  useKeys({ 'Ctrl+Enter': () => void submit() })
  if (waiting)
    return (
      <WrittenDown
        onAnother={() => {
          set(empty)
          forget()
          checked.forgive()
          another()
        }}
      />
    )
  const throwAway = async () => {
    if (!again || !(await confirm(words.throwAsk, words.throwYes))) return
    forget()
    dropRefused(again)
    replaceWith('branchVisits')
  }
  const homes = homesHere.rows.filter((row) => form.householdIds.includes(row.householdId))
  return (
    <View className="stack">
      {before && (
        <View className="t-late" {...roleOf('alert')}>
          {before.words}
        </View>
      )}
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
            homes={homesHere}
            values={form.householdIds}
            problem={checked.problemAt('householdIds')}
            first={checked.focus === 'householdIds'}
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
              focus={checked.focus === 'heard'}
              uploads={uploads}
              onChange={(heard) => change({ heard })}
            />
            {before && before.visit.fileIds.length > 0 && (
              <View className="t-note">{words.oldPhotos(before.visit.fileIds.length)}</View>
            )}
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
      <Button block loading={busy} onTap={() => void submit()}>
        {words.submit}
      </Button>
      {before && (
        <Button look="quiet" block onTap={() => void throwAway()}>
          {words.throwAway}
        </Button>
      )}
    </View>
  )
}
