import { View } from '@tarojs/components'
import { useState } from 'react'
import { ageBands, volunteerLimits } from '../../../../types/volunteer'
import { AreaChoice } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { useAsk } from '../../../platform/use-ask'
import { HomeArea } from '../home-area'
import type { AgeBand, Problems, ProfileForm } from './form'
import { type Catalogue, Skills } from './skills'
import { WeekGrid } from './week-grid'
import { ageNames, profileWording as words } from './wording'

export interface FormProps {
  form: ProfileForm
  problems: Problems
  catalogue: Catalogue
  startFailed: boolean
  onChange: (part: Partial<ProfileForm>) => void
  onHere: () => void
}

const far = [500, 1000, 2000, 5000]
const long = [60, 120, 240, 480]
/** What was said before stays a choice, also when it is none of ours. */
const withOwn = (usual: readonly number[], own: number) => [...new Set([...usual, own])].sort((a, b) => a - b)
const dialectsFirst = 6

/** Everything a volunteer says of himself. */
export function ProfileFormView({ form, problems, catalogue, startFailed, onChange, onHere }: FormProps) {
  return (
    <View className="stack">
      <Card>
        <View className="stack">
          <Field
            label={words.name}
            required
            hint={words.nameHint}
            value={form.name}
            problem={problems.name ?? ''}
            onChange={(name) => onChange({ name })}
          />
          <AreaChoice
            label={words.community}
            value={form.areaCode}
            name={form.areaName}
            problem={problems.areaCode ?? ''}
            onChange={(areaCode, areaName) => onChange({ areaCode, areaName, start: null })}
          />
          <Choice<AgeBand>
            label={words.age}
            options={ageBands.map((value) => ({ value, words: ageNames[value] }))}
            value={form.ageBand || undefined}
            problem={problems.ageBand ?? ''}
            onChange={(ageBand) => onChange({ ageBand })}
          />
          <Choice
            label={words.sex}
            options={(['', 'female', 'male'] as const).map((value) => ({ value, words: words.sexes[value] }))}
            value={form.sex}
            onChange={(sex) => onChange({ sex })}
          />
          <View className="t-note">{words.sexHint}</View>
        </View>
      </Card>
      <Card>
        <Skills
          catalogue={catalogue}
          skills={form.skills}
          problem={problems.skills}
          onChange={(skills) => onChange({ skills })}
        />
      </Card>
      <Card>
        <WeekGrid weekly={form.weekly} problem={problems.weekly} onChange={(weekly) => onChange({ weekly })} />
      </Card>
      <Card>
        <View className="stack">
          <Choice
            label={words.radius}
            options={withOwn(far, form.radiusMetres).map((value) => ({ value, words: words.metres(value) }))}
            value={form.radiusMetres}
            onChange={(radiusMetres) => onChange({ radiusMetres })}
          />
          <Choice
            label={words.hours}
            options={withOwn(long, form.weeklyMinutes).map((value) => ({ value, words: words.hoursOf(value) }))}
            value={form.weeklyMinutes}
            onChange={(weeklyMinutes) => onChange({ weeklyMinutes })}
          />
          <View className="field">
            <View className="field__label">{words.start}</View>
            <View className="t-note">
              {form.start ? words.startIs : words.startMiddle}。{words.startNote}
            </View>
            <Button look="secondary" icon="pin" onTap={onHere}>
              {words.startHere}
            </Button>
            {startFailed && <View className="t-note">{words.startFailed}</View>}
            {problems.start && <View className="t-late">{problems.start}</View>}
          </View>
        </View>
      </Card>
      <Card>
        <View className="stack">
          <HomeArea
            label={words.home}
            value={form.homeAreaCode}
            name={form.homeAreaName}
            onChange={(homeAreaCode, homeAreaName) => onChange({ homeAreaCode, homeAreaName })}
          />
          <View className="t-note">{words.homeHint}</View>
          <Dialects form={form} onChange={onChange} />
          <Field
            label={words.says}
            type="textarea"
            most={200}
            hint={words.saysHint}
            value={form.about}
            onChange={(about) => onChange({ about })}
          />
        </View>
      </Card>
    </View>
  )
}

/** Dialects of home first; the others on a tap. */
function Dialects({ form, onChange }: Pick<FormProps, 'form' | 'onChange'>) {
  const [all, setAll] = useState(false)
  const { homeAreaCode } = form
  const { asked } = useAsk(
    () => client.volunteer.dialects(homeAreaCode ? { homeAreaCode } : {}),
    `profile/dialects/${homeAreaCode}`,
  )
  const rows = asked.state === 'ready' ? asked.value.rows : []
  const shown = rows.filter(
    (row, n) => all || n < dialectsFirst || row.spokenThere || form.dialects.includes(row.dialect),
  )
  return (
    <>
      <Choices
        label={words.dialects}
        options={shown.map((row) => ({ value: row.dialect, words: row.name }))}
        values={form.dialects}
        onChange={(dialects) => onChange({ dialects: dialects.slice(0, volunteerLimits.dialects) })}
      />
      {!all && rows.length > shown.length && (
        <Button look="quiet" size="small" icon="down" onTap={() => setAll(true)}>
          {words.moreDialects}
        </Button>
      )}
    </>
  )
}
