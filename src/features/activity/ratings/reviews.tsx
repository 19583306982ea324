import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import { say, wordsOf } from '../../../platform/say'
import type { Listed } from '../../../platform/use-list'
import { wording } from '../wording'
import { HideSheet } from './hide-sheet'
import { ratingWording } from './wording'

const words = ratingWording.review

export const reviewStates = ['inReview', 'shown', 'hidden'] as const
export type ReviewState = (typeof reviewStates)[number]
export type Decision = { show: true } | { show: false; reason: string }

interface ReviewsProps<Row> {
  what: 'comment' | 'photo'
  list: Listed<Row>
  empty: string
  hidden: string
  keyOf: (row: Row) => number
  decide: (
    row: Row,
    decision: Decision,
  ) => Promise<{ ok: true } | { ok: false; refusal: { reason: keyof typeof words.refusals } }>
  card: (row: Row, onShow: () => void, onHide: () => void) => ReactNode
}

/** What no machine could decide on, as a list in which staff show or hide, the latter with a reason. */
export function Reviews<Row>({ what, list, empty, hidden, keyOf, decide, card }: ReviewsProps<Row>) {
  const [hiding, setHiding] = useState<Row>()
  const settle = async (row: Row, decision: Decision) => {
    setHiding(undefined)
    try {
      const answer = await decide(row, decision)
      if (!answer.ok) say(words.refusals[answer.refusal.reason])
      else say(decision.show ? words.shown : hidden)
    } catch (error) {
      say(wordsOf(error))
    }
    void list.again()
  }
  return (
    <>
      {list.state === 'loading' && <Skeleton />}
      {(list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && <Empty words={empty} />}
      <View className="reviews">
        {list.rows.map((row) => (
          <View key={keyOf(row)}>
            {card(
              row,
              () => settle(row, { show: true }),
              () => setHiding(row),
            )}
          </View>
        ))}
      </View>
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      <HideSheet
        key={hiding ? keyOf(hiding) : 0}
        what={what}
        open={hiding !== undefined}
        onClose={() => setHiding(undefined)}
        onHide={(reason) => hiding && settle(hiding, { show: false, reason })}
      />
    </>
  )
}
