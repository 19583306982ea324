import { View } from '@tarojs/components'
import { diaryLimits } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { addDays } from '../../../platform/dates'
import type { Checked } from '../use-checked'
import type { VisitForm } from './form'
import type { Home } from './use-homes'
import { writeWording as words } from './wording'
import './style.scss'

interface PromisesPartProps {
  form: VisitForm
  /** The households that are visited. */
  homes: readonly Home[]
  today: string
  checked: Checked
  onChange: (promises: VisitForm['promises']) => void
}

const usualDays = 7

/** What was promised, each to one household with its day. */
export function PromisesPart({ form, homes, today, checked, onChange }: PromisesPartProps) {
  const { promises } = form
  const change = (n: number, part: Partial<VisitForm['promises'][number]>) =>
    onChange(promises.map((one, at) => (at === n ? { ...one, ...part } : one)))
  const add = () => onChange([...promises, { householdId: null, words: '', dueOn: addDays(today, usualDays) }])
  const options = homes.map((home) => ({ value: home.householdId, words: words.home(home) }))
  return (
    <View className="stack">
      <View className="t-note">{words.promisesNote}</View>
      {promises.map((one, n) => {
        const at = (field: string) => `promises.${n}.${field}`
        return (
          <View key={n} className="visit-promise">
            <View className="between">
              <View className="t-strong">{words.promise(n + 1)}</View>
              <Button look="quiet" size="small" onTap={() => onChange(promises.filter((_, other) => other !== n))}>
                {words.removePromise}
              </Button>
            </View>
            {homes.length > 1 && (
              <Choice
                label={words.promiseTo}
                options={options}
                value={one.householdId ?? undefined}
                problem={checked.problemAt(at('householdId'))}
                onChange={(householdId) => change(n, { householdId })}
              />
            )}
            <Field
              label={words.promiseWords}
              required
              most={200}
              value={one.words}
              problem={checked.problemAt(at('words'))}
              focus={checked.focus === at('words')}
              onChange={(text) => change(n, { words: text })}
              onLeave={() => checked.leave(at('words'))}
            />
            <DayTime
              label={words.promiseBy}
              kind="date"
              value={one.dueOn}
              placeholder={words.pickDay}
              from={today}
              problem={checked.problemAt(at('dueOn'))}
              onChange={(dueOn) => change(n, { dueOn })}
            />
          </View>
        )
      })}
      {promises.length < diaryLimits.promises && (
        <Button look="secondary" icon="plus" block onTap={add}>
          {words.addPromise}
        </Button>
      )}
    </View>
  )
}
