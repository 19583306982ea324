import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Choice } from '../../components/choice'
import { SearchBox } from '../../components/search-box'
import { client } from '../../platform/client'
import { useAsk } from '../../platform/use-ask'
import { homeAreaWording as words } from './home-area-wording'

interface HomeAreaProps {
  label: string
  value: string
  name: string
  onChange: (homeAreaCode: string, name: string) => void
}

/** 籍贯: found by its name, by pinyin or by initials. */
export function HomeArea({ label, value, name, onChange }: HomeAreaProps) {
  const [search, setSearch] = useState('')
  const [changing, setChanging] = useState(value === '')
  const sought = search.trim()
  const { asked } = useAsk(
    () =>
      sought === ''
        ? Promise.resolve({ ok: true as const, value: { rows: [] } })
        : client.volunteer.homeAreas({ search: sought }),
    `home-areas/${sought}`,
  )
  if (!changing)
    return (
      <View className="field">
        <View className="field__label">{label}</View>
        <Button look="secondary" icon="home" onTap={() => setChanging(true)}>
          {name || words.chosen}
        </Button>
      </View>
    )
  const rows = asked.state === 'ready' ? asked.value.rows : []
  return (
    <View className="field">
      <View className="field__label">{label}</View>
      <SearchBox label={words.search} value={search} onChange={setSearch} />
      {rows.length > 0 && (
        <Choice
          label={words.which}
          options={rows.map((row) => ({ value: row.homeAreaCode, words: row.name, note: row.within }))}
          value={value}
          onChange={(code) => {
            const row = rows.find((one) => one.homeAreaCode === code)
            onChange(code, row ? `${row.within}${row.name}` : '')
            setSearch('')
            setChanging(false)
          }}
        />
      )}
      {sought !== '' && asked.state === 'ready' && rows.length === 0 && <View className="t-note">{words.none}</View>}
      {asked.state === 'offline' && <View className="t-note">{words.offline}</View>}
    </View>
  )
}
