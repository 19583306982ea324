import { View } from '@tarojs/components'
import type { feedback } from '../../../types/feedback'
import type { OutputOf } from '../../../types/operation'
import { Button } from '../../components/button'
import { Card, Quiet } from '../../components/card'
import { Light } from '../../components/light'
import { fullTime } from '../../platform/dates'
import { clockOf, headOf } from './clock'
import { wording } from './wording'

const words = wording.desk

export type DeskRow = OutputOf<(typeof feedback)['desk']>['rows'][number]

interface DeskCardProps {
  row: DeskRow
  onAnswer: () => void
  onTakeOver: () => void
}

/** One before staff: until when and by whom, the words, the answer or the way to give one. */
export function DeskCard({ row, onAnswer, onTakeOver }: DeskCardProps) {
  const clock = clockOf(row, new Date())
  const owner = row.mine ? words.mine : row.ownerName ? wording.owner(row.ownerName) : wording.noOwner
  const from = row.from ? words.from(row.from.nickname, row.from.maskedPhone) : words.anonymous
  return (
    <Card>
      <View className="stack">
        <Light kind={clock.kind} words={clock.words} />
        <View className="t-head">{headOf(row)}</View>
        <View className="t-prewrap">{row.words}</View>
        <View className="t-note">{[from, row.areaName, fullTime(row.sentAt)].join(' · ')}</View>
        <View className="t-note">{[wording.number(row.number), owner].join(' · ')}</View>
        {row.answer && (
          <Quiet>
            <View className="t-prewrap">{row.answer}</View>
          </Quiet>
        )}
        {row.allowedActions.length > 0 && (
          <View className="line">
            {row.allowedActions.includes('answer') && (
              <Button look="secondary" label={`${words.answer} ${row.number}`} onTap={onAnswer}>
                {words.answer}
              </Button>
            )}
            {row.allowedActions.includes('takeOver') && (
              <Button look="quiet" label={`${words.takeOver} ${row.number}`} onTap={onTakeOver}>
                {words.takeOver}
              </Button>
            )}
          </View>
        )}
      </View>
    </Card>
  )
}
