import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Chips } from '../../../components/chips'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { SearchBox } from '../../../components/search-box'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import { Tap } from '../../../components/tap'
import { useKeys } from '../../../platform/use-keys'
import { wording } from '../wording'
import type { Volunteers } from './use-volunteers'
import './style.scss'
import { noteOf, statusLights, volunteersWording as words } from './wording'

const filters = (['applied', 'approved', 'all'] as const).map((value) => ({ value, words: words.filter[value] }))

interface VolunteerListProps {
  volunteers: Volunteers
  currentId?: number | undefined
  onOpen: (personId: number) => void
}

/** Volunteers of my areas, those who wait for an answer first. j and k walk through them where one is open beside the list. */
export function VolunteerList({ volunteers, currentId, onOpen }: VolunteerListProps) {
  const { rows, state, waiting, filter, setFilter, search, setSearch } = volunteers
  const [typed, setTyped] = useState(search)
  const walk = (by: number) => {
    const at = rows.findIndex(({ personId }) => personId === currentId)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) onOpen(next.personId)
  }
  const [down, up] = [() => walk(1), () => walk(-1)]
  useKeys(currentId === undefined ? {} : { j: down, ArrowDown: down, k: up, ArrowUp: up })
  return (
    <View className="match-list">
      <Heading level={2} className="match-list__lead">
        {words.waiting(waiting)}
      </Heading>
      <SearchBox
        label={words.search}
        value={typed}
        onChange={(text) => {
          setTyped(text)
          setSearch(text)
        }}
      />
      <Chips label={words.filters} items={filters} value={filter} onChange={setFilter} />
      {state === 'loading' && rows.length === 0 && <Skeleton rows={5} />}
      {(state === 'offline' || state === 'failed') && rows.length === 0 && (
        <Failed words={volunteers.words || wording.offline} onAgain={volunteers.again} />
      )}
      {state === 'end' && rows.length === 0 && <Empty words={search ? words.emptySearch : words.empty} />}
      {rows.map((row) => {
        const on = row.personId === currentId
        const light = statusLights[row.status]
        return (
          <Tap
            key={row.personId}
            role="link"
            chosen={on}
            className={`match-row ${on ? 'match-row--on' : ''}`}
            onTap={() => onOpen(row.personId)}
          >
            <View className="grow">
              <View className="match-row__head">
                <View className="t-strong">{row.name}</View>
                <Light kind={light.kind} words={light.words} />
              </View>
              <View className="t-note">{noteOf(row)}</View>
              {row.toCheck.length > 0 && <View className="match-row__gap">{words.papers(row.toCheck)}</View>}
            </View>
          </Tap>
        )
      })}
      {state === 'ready' && (
        <Button look="secondary" block onTap={volunteers.next}>
          {words.more}
        </Button>
      )}
      {state === 'end' && rows.length > 0 && <EndMark />}
    </View>
  )
}
