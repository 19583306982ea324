import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Field } from '../../../components/field'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import '../contact/style.scss'
import { editWording } from './edit-wording'
import type { Person } from './form'

const words = editWording.person

interface PersonPickProps {
  label: string
  areaCode: string
  /** Only party members; else anybody whose whole number is known, too. */
  members: boolean
  except: readonly number[]
  problem?: string
  onPick: (person: Person) => void
}

interface Found extends Person {
  note: string
}

const typingMs = 300
const wholePhone = /^1\d{10}$/

/** Somebody by a part of the name, or by the whole phone number. */
export function PersonPick({ label, areaCode, members, except, problem = '', onPick }: PersonPickProps) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<readonly Found[]>()
  const turn = useRef(0)
  const search = typed.trim()
  useEffect(() => {
    const mine = ++turn.current
    setFound(undefined)
    if (search === '' || areaCode === '') return
    const timer = setTimeout(() => {
      find(search, areaCode, members).then(
        (people) => mine === turn.current && setFound(people),
        (error: unknown) => say(wordsOf(error)),
      )
    }, typingMs)
    return () => clearTimeout(timer)
  }, [search, areaCode, members])
  const shown = found?.filter(({ personId }) => !except.includes(personId))
  return (
    <View className="stack">
      <Field
        label={label}
        required={members}
        placeholder={words.search}
        problem={problem}
        value={typed}
        onChange={setTyped}
      />
      {shown?.length === 0 && <View className="t-note">{members ? words.noneMember : words.none}</View>}
      {shown?.map((person) => (
        <Tap
          key={person.personId}
          className="contact-pick"
          onTap={() => {
            setTyped('')
            onPick({ personId: person.personId, name: person.name })
          }}
        >
          <View className="t-strong">{person.name}</View>
          <View className="t-note">{person.note}</View>
        </Tap>
      ))}
    </View>
  )
}

async function find(search: string, areaCode: string, members: boolean): Promise<Found[]> {
  if (!members && wholePhone.test(search)) {
    const answer = await client.people.findByPhone({ phone: search })
    const person = answer.ok ? answer.value.person : null
    return person ? [{ personId: person.personId, name: person.nickname, note: person.maskedPhone }] : []
  }
  const answer = await client.hub.partyMembers({ areaCode, search })
  if (!answer.ok) return []
  return answer.value.rows.slice(0, 8).map(({ personId, name, areaName, hosts }) => ({
    personId,
    name,
    note: [areaName, hosts ? editWording.hosts(hosts) : ''].filter(Boolean).join(' · '),
  }))
}
