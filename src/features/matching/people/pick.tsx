import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { peopleWording as words } from './wording'

export interface Person {
  personId: number
  name: string
}

interface PersonPickProps {
  label: string
  value: Person | undefined
  problem: string
  onChange: (person: Person | undefined) => void
}

const typingMs = 300
const wholePhone = /^1\d{10}$/

/** One person: a volunteer of my areas by name, or anybody by the whole phone number. */
export function PersonPick({ label, value, problem, onChange }: PersonPickProps) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<readonly (Person & { note: string })[]>()
  const turn = useRef(0)
  const search = typed.trim()
  useEffect(() => {
    const mine = ++turn.current
    setFound(undefined)
    if (search === '') return
    const timer = setTimeout(() => {
      find(search).then(
        (people) => mine === turn.current && setFound(people),
        (error: unknown) => say(wordsOf(error)),
      )
    }, typingMs)
    return () => clearTimeout(timer)
  }, [search])
  if (value)
    return (
      <View className="field">
        <View className="field__label">{label}</View>
        <View className="between">
          <View className="t-strong">{value.name}</View>
          <Button look="quiet" size="small" onTap={() => onChange(undefined)}>
            {words.again}
          </Button>
        </View>
      </View>
    )
  return (
    <View className="stack">
      <Field
        label={label}
        required
        placeholder={words.placeholder}
        problem={problem}
        value={typed}
        onChange={setTyped}
      />
      {found?.length === 0 && <View className="t-note">{words.none}</View>}
      {found?.map((person) => (
        <Tap
          key={person.personId}
          className="people-one"
          onTap={() => {
            setTyped('')
            onChange(person)
          }}
        >
          <View className="t-strong">{person.name}</View>
          <View className="t-note">{person.note}</View>
        </Tap>
      ))}
    </View>
  )
}

async function find(search: string): Promise<(Person & { note: string })[]> {
  if (wholePhone.test(search)) {
    const answer = await client.people.findByPhone({ phone: search })
    const person = answer.ok ? answer.value.person : null
    return person ? [{ personId: person.personId, name: person.nickname, note: person.maskedPhone }] : []
  }
  const answer = await client.volunteer.volunteers({ status: 'approved', search })
  if (!answer.ok) return []
  return answer.value.rows.slice(0, 8).map(({ personId, name, areaName, skills }) => ({
    personId,
    name,
    note: [areaName, ...skills.slice(0, 2)].join(' · '),
  }))
}
