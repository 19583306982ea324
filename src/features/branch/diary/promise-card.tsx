import { View } from '@tarojs/components'
import { Dated } from '../../../components/dated'
import { Light } from '../../../components/light'
import { Tap } from '../../../components/tap'
import type { Promised } from '../shapes'
import { promiseLight, promiseWording as words } from './wording'

interface PromiseCardProps {
  row: Promised
  /** In a visit the household and the hub are known. */
  short?: boolean
  onOpen?: () => void
}

/** One promise: its clock, its words, who owes it. */
export function PromiseCard({ row, short = false, onOpen }: PromiseCardProps) {
  const body = (
    <>
      <View className="branch-row__head">
        <Light {...promiseLight(row, new Date())} />
        <View className="t-note">{words.owner(row.ownerName)}</View>
      </View>
      <View className="branch-row__words">{row.words}</View>
      {!short && (
        <View className="t-note">
          <Dated words={[row.hubName, row.areaName].join(' · ')} />
        </View>
      )}
      {row.outcome !== '' && <View className="t-note">{`${words.done}：${row.outcome}`}</View>}
    </>
  )
  return onOpen ? (
    <Tap className="branch-row" onTap={onOpen}>
      {body}
    </Tap>
  ) : (
    <View className="branch-row">{body}</View>
  )
}
