import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Field } from '../../../components/field'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { teamsWording as words } from './wording'

interface HomePickProps {
  name: string
  problem: string
  onChange: (homeAreaCode: string, name: string) => void
}

const typingMs = 300
const countyDigits = 6

/** Whose home a team is of: a province, city or county, by name or pinyin. */
export function HomePick({ name, problem, onChange }: HomePickProps) {
  const [typed, setTyped] = useState(name)
  const [found, setFound] = useState<readonly { homeAreaCode: string; name: string; within: string }[]>([])
  const search = typed.trim()
  useEffect(() => {
    setFound([])
    if (search === '' || search === name) return
    let gone = false
    const timer = setTimeout(() => {
      client.volunteer.homeAreas({ search }).then(
        (answer) => {
          if (!gone && answer.ok) setFound(answer.value.rows.filter((row) => row.homeAreaCode.length <= countyDigits))
        },
        (error: unknown) => say(wordsOf(error)),
      )
    }, typingMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [search, name])
  return (
    <View className="stack">
      <Field
        label={words.fields.home}
        required
        placeholder={words.fields.homeHint}
        problem={problem}
        value={typed}
        onChange={(text) => {
          setTyped(text)
          onChange('', '')
        }}
      />
      {found.slice(0, 6).map((row) => (
        <Tap
          key={row.homeAreaCode}
          className="people-one"
          onTap={() => {
            setTyped(row.name)
            onChange(row.homeAreaCode, row.name)
          }}
        >
          <View className="t-strong">{row.name}</View>
          <View className="t-note">{row.within}</View>
        </Tap>
      ))}
    </View>
  )
}
