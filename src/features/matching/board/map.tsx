import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { PlaceMap } from '../../../components/place-map'
import type { Link, Mark } from '../../../components/place-map/types'
import type { Board, Row } from '../shapes'
import { groupOf } from './groups'
import { useRegions } from './use-regions'
import { kindOf, lightOf, boardWording as words } from './wording'

interface BoardMapProps {
  board: Board
  rows: readonly Row[]
  numbers: ReadonlyMap<number, number>
  currentId: number | undefined
  onOpen: (helpRequestId: number) => void
}

const requestKey = (id: number) => `request/${id}`
const personKey = (id: number) => `person/${id}`

/** Requests, who comes or is asked, and who is free, where they are to about a hundred metres. */
export function BoardMap({ board, rows, numbers, currentId, onOpen }: BoardMapProps) {
  const regions = useRegions()
  const marks = useMemo(() => marksOf(board, rows, numbers, currentId), [board, rows, numbers, currentId])
  const links = useMemo(() => linksOf(rows), [rows])
  return (
    <View className="match-map">
      <PlaceMap
        label={words.map}
        regions={regions}
        marks={marks}
        links={links}
        chosen={currentId === undefined ? undefined : requestKey(currentId)}
        words={words.mapWords}
        onChoose={(key) => onOpen(Number(key.split('/')[1]))}
      />
      <Legend free={board.volunteers.length} />
    </View>
  )
}

function marksOf(
  board: Board,
  rows: readonly Row[],
  numbers: ReadonlyMap<number, number>,
  currentId: number | undefined,
): Mark[] {
  const now = new Date()
  const people = new Map<number, Mark>()
  for (const { personId, name, lat, lng } of board.volunteers)
    people.set(personId, { key: personKey(personId), label: name, lat, lng, shape: 'square', look: 'pale' })
  for (const row of rows)
    for (const { personId, name, lat, lng } of row.pairs) {
      const named = row.helpRequestId === currentId || people.get(personId)?.words
      people.set(personId, {
        key: personKey(personId),
        label: name,
        lat,
        lng,
        shape: 'square',
        ...(named ? { words: name } : {}),
      })
    }
  return [
    ...people.values(),
    ...rows.map((row): Mark => {
      const number = numbers.get(row.helpRequestId) ?? 0
      return {
        key: requestKey(row.helpRequestId),
        label: words.mark(number, kindOf(row), lightOf(row, now).words),
        lat: row.lat,
        lng: row.lng,
        shape: 'circle',
        words: String(number),
        ...(groupOf(row) === 'lacking' ? { look: 'lacking' as const } : {}),
      }
    }),
  ]
}

const linksOf = (rows: readonly Row[]): Link[] =>
  rows.flatMap((row) =>
    row.pairs.map(({ personId, coming }) => ({
      from: personKey(personId),
      to: requestKey(row.helpRequestId),
      dotted: coming === null,
    })),
  )

function Legend({ free }: { free: number }) {
  const { legend } = words
  return (
    <View className="match-legend">
      <View className="match-legend__one">
        <View className="match-legend__circle" aria-hidden />
        {legend.request}
      </View>
      <View className="match-legend__one">
        <View className="match-legend__square" aria-hidden />
        {legend.volunteer}
      </View>
      <View className="match-legend__one">
        <View className="match-legend__square match-legend__square--pale" aria-hidden />
        {words.freePeople(free)}
      </View>
      <View className="match-legend__one">
        <View className="match-legend__line" aria-hidden />
        {legend.taken}
      </View>
      <View className="match-legend__one">
        <View className="match-legend__line match-legend__line--dotted" aria-hidden />
        {legend.waiting}
      </View>
      <View className="match-legend__one">
        <View className="place-map__plus match-legend__plus" aria-hidden />
        {legend.lacking}
      </View>
    </View>
  )
}
