import { View } from '@tarojs/components'
import type { OutputOf } from '../../../../types/operation'
import type { volunteer } from '../../../../types/volunteer'
import { Choice } from '../../../components/choice'
import { Choices } from '../../../components/choices'
import type { Level, ProfileForm } from './form'
import { levelNames, profileWording as words } from './wording'

export type Catalogue = OutputOf<(typeof volunteer)['skills']>['rows']

interface SkillsProps {
  catalogue: Catalogue
  skills: ProfileForm['skills']
  problem?: string | undefined
  onChange: (skills: ProfileForm['skills']) => void
}

const levels = ([1, 2, 3] as const).map((value) => ({ value, words: levelNames[value] }))

/** What somebody can do, each with how well; what needs a paper says which. */
export function Skills({ catalogue, skills, problem, onChange }: SkillsProps) {
  const named = (code: string) => catalogue.find((one) => one.skill === code)
  return (
    <View className="stack">
      <Choices
        label={words.skills}
        options={catalogue.map(({ skill, name }) => ({ value: skill, words: name }))}
        values={skills.map((one) => one.skill)}
        {...(problem ? { problem } : {})}
        onChange={(codes) =>
          onChange(codes.map((skill) => skills.find((one) => one.skill === skill) ?? { skill, level: 2 as Level }))
        }
      />
      {skills.map(({ skill, level }) => {
        const known = named(skill)
        if (!known) return null
        return (
          <View key={skill}>
            <Choice<Level>
              label={words.level(known.name)}
              options={levels}
              value={level}
              onChange={(next) => onChange(skills.map((one) => (one.skill === skill ? { ...one, level: next } : one)))}
            />
            {known.certificateName && (
              <View className="t-note">{words.certificate(known.name, known.certificateName)}</View>
            )}
          </View>
        )
      })}
    </View>
  )
}
