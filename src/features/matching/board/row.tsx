import { Text, View } from '@tarojs/components'
import { Light } from '../../../components/light'
import { Tap } from '../../../components/tap'
import type { Row } from '../shapes'
import { groupOf } from './groups'
import { emptyWords, gapWords, kindOf, lightOf, noteOf } from './wording'

interface BoardRowProps {
  row: Row
  number: number
  current: boolean
  onOpen: () => void
}

/** One request: its number on the map, what for, where it stands, when and where, and what would fill it. */
export function BoardRowView({ row, number, current, onOpen }: BoardRowProps) {
  const now = new Date()
  const light = lightOf(row, now)
  const gap = groupOf(row) === 'lacking' ? (gapWords(row)[0] ?? emptyWords(row)) : ''
  return (
    <Tap role="link" chosen={current} className={`match-row ${current ? 'match-row--on' : ''}`} onTap={onOpen}>
      <View className={`match-number ${current ? 'match-number--on' : ''}`}>{number}</View>
      <View className="grow">
        <View className="match-row__head">
          <View className="t-strong">{kindOf(row)}</View>
          <Light kind={light.kind} words={light.words} />
        </View>
        <View className="t-note">
          {noteOf(row, now).map((piece, n, all) => (
            <Text key={piece} className="nowrap">{`${piece}${n < all.length - 1 ? ' · ' : ''}`}</Text>
          ))}
        </View>
        {gap ? <View className="match-row__gap">{gap}</View> : null}
      </View>
    </Tap>
  )
}
