import { View } from '@tarojs/components'
import { useState } from 'react'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { useList } from '../../../platform/use-list'
import { type Comment, CommentCard } from './comment-card'
import { HideSheet } from './hide-sheet'
import { type ReviewState, ReviewStates } from './review-states'
import { ratingWording } from './wording'

const words = ratingWording.review
type Decision = Parameters<typeof client.activity.reviewComment>[0]['decision']

/** Comments in my area that no machine could decide on. */
export function CommentReviews({ state }: { state: ReviewState }) {
  const [hiding, setHiding] = useState<Comment>()
  const list = useList((cursor) => client.activity.comments({ state, cursor }), state)

  const decide = async ({ ratingId, writtenAt }: Comment, decision: Decision) => {
    setHiding(undefined)
    try {
      const answer = await client.activity.reviewComment({ ratingId, writtenAt, decision })
      if (!answer.ok) say(words.refusals[answer.refusal.reason])
      else say(decision.show ? words.shown : words.hidden)
    } catch (error) {
      say(wordsOf(error))
    }
    void list.again()
  }

  return (
    <>
      <ReviewStates list={list} empty={words.empty[state]}>
        <View className="reviews">
          {list.rows.map((row) => (
            <CommentCard
              key={row.ratingId}
              row={row}
              onShow={() => decide(row, { show: true })}
              onHide={() => setHiding(row)}
            />
          ))}
        </View>
      </ReviewStates>
      <HideSheet
        key={hiding?.ratingId ?? 0}
        what="comment"
        open={hiding !== undefined}
        onClose={() => setHiding(undefined)}
        onHide={(reason) => hiding && decide(hiding, { show: false, reason })}
      />
    </>
  )
}
