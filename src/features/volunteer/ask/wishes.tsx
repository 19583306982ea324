import { View } from '@tarojs/components'
import { helpKindNeeds, volunteerLimits } from '../../../../types/volunteer'
import { Choice } from '../../../components/choice'
import { Stepper } from '../../../components/stepper'
import { client } from '../../../platform/client'
import { useMe } from '../../../platform/session'
import { useAsk } from '../../../platform/use-ask'
import { HomeArea } from '../home-area'
import type { Wished } from './form'
import type { PartProps } from './part'
import { askWording as words } from './wording'

/** Dialects that are offered before anything else: those of home, or the most spoken ones. */
const offered = 6
const strengths = (['better', 'must'] as const).map((value) => ({ value, words: words.strengths[value] }))
const withNone = [{ value: '' as Wished, words: words.strengths.none }, ...strengths]

/** How many people, and who: a dialect, from the same home, a woman or a man; each "better" or "must". */
export function Wishes({ form, onChange }: PartProps) {
  const own = useMe()?.homeAreaCode ?? ''
  const homeAreaCode = form.homeAreaCode || own
  const { asked } = useAsk(
    () => client.volunteer.dialects(homeAreaCode ? { homeAreaCode } : {}),
    `ask/dialects/${homeAreaCode}`,
  )
  const rows = asked.state === 'ready' ? asked.value.rows : []
  const dialects = rows.filter((row, n) => n < offered || row.spokenThere || row.dialect === form.dialect)
  const needed = form.kind === '' ? 1 : helpKindNeeds[form.kind].people
  return (
    <View className="stack">
      <Stepper
        label={words.people}
        value={form.people || needed}
        least={1}
        most={volunteerLimits.people}
        onChange={(people) => onChange({ people })}
      />
      <Choice
        label={words.dialect}
        options={[
          { value: '', words: words.strengths.none },
          ...dialects.map((row) => ({ value: row.dialect, words: row.name })),
        ]}
        value={form.dialect}
        onChange={(dialect) =>
          onChange({ dialect, dialectName: rows.find((row) => row.dialect === dialect)?.name ?? '' })
        }
      />
      {form.dialect !== '' && (
        <Choice<Wished>
          label={words.strength.dialect}
          options={strengths}
          value={form.dialectWish}
          onChange={(dialectWish) => onChange({ dialectWish })}
        />
      )}
      <Choice<Wished>
        label={words.homeCounty}
        options={withNone}
        value={form.homeWish}
        onChange={(homeWish) => onChange({ homeWish })}
      />
      {form.homeWish !== '' && (own === '' || form.homeAreaCode !== '') && (
        <HomeArea
          label={words.home}
          value={form.homeAreaCode}
          name={form.homeAreaName}
          onChange={(code, name) => onChange({ homeAreaCode: code, homeAreaName: name })}
        />
      )}
      <Choice
        label={words.sex}
        options={(['', 'female', 'male'] as const).map((value) => ({ value, words: words.sexes[value || 'any'] }))}
        value={form.sex}
        onChange={(sex) => onChange({ sex })}
      />
      {form.sex !== '' && (
        <Choice<Wished>
          label={words.strength.sex}
          options={strengths}
          value={form.sexWish}
          onChange={(sexWish) => onChange({ sexWish })}
        />
      )}
      <View className="t-note">{words.mustNote}</View>
    </View>
  )
}
