import { View } from '@tarojs/components'
import { workLimits } from '../../../../types/volunteer'
import { Choice } from '../../../components/choice'
import { Choices } from '../../../components/choices'
import { client } from '../../../platform/client'
import { useAsk } from '../../../platform/use-ask'
import { levelNames, workWording as words } from '../wording'
import type { Level } from './form'

type Skill = { skill: string; level: Level }
interface SkillsProps {
  label: string
  skills: readonly Skill[]
  onChange: (skills: Skill[]) => void
}

const levels = ([1, 2, 3] as const).map((value) => ({ value, words: levelNames[value] ?? '' }))

/** Skills, each with how well. */
export function Skills({ label, skills, onChange }: SkillsProps) {
  const { asked } = useAsk(() => client.volunteer.skills({}), 'work/skills')
  const catalogue = asked.state === 'ready' ? asked.value.rows : []
  return (
    <View className="stack">
      <Choices
        label={label}
        options={catalogue.map(({ skill, name }) => ({ value: skill, words: name }))}
        values={skills.map((one) => one.skill)}
        onChange={(codes) =>
          onChange(
            codes
              .slice(0, workLimits.skills)
              .map((skill) => skills.find((one) => one.skill === skill) ?? { skill, level: 1 }),
          )
        }
      />
      {skills.map(({ skill, level }) => {
        const name = catalogue.find((one) => one.skill === skill)?.name
        if (!name) return null
        return (
          <Choice<Level>
            key={skill}
            label={words.level(name)}
            options={levels}
            value={level}
            onChange={(next) => onChange(skills.map((one) => (one.skill === skill ? { ...one, level: next } : one)))}
          />
        )
      })}
    </View>
  )
}
