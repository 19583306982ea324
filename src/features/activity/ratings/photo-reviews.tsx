import { View } from '@tarojs/components'
import { useState } from 'react'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { useList } from '../../../platform/use-list'
import { HideSheet } from './hide-sheet'
import { PhotoCard, type ReviewedPhoto } from './photo-card'
import { type ReviewState, ReviewStates } from './review-states'
import { ratingWording } from './wording'

const words = ratingWording.review
type Decision = Parameters<typeof client.activity.reviewPhoto>[0]['decision']

/** Album pictures in my area that no machine could decide on. */
export function PhotoReviews({ state }: { state: ReviewState }) {
  const [hiding, setHiding] = useState<ReviewedPhoto>()
  const list = useList((cursor) => client.activity.photosToReview({ state, cursor }), state)

  const decide = async ({ photoId }: ReviewedPhoto, decision: Decision) => {
    setHiding(undefined)
    try {
      const answer = await client.activity.reviewPhoto({ photoId, decision })
      if (!answer.ok) say(words.refusals[answer.refusal.reason])
      else say(decision.show ? words.shown : words.photoHidden)
    } catch (error) {
      say(wordsOf(error))
    }
    void list.again()
  }

  return (
    <>
      <ReviewStates list={list} empty={words.emptyPhotos[state]}>
        <View className="reviews">
          {list.rows.map((row) => (
            <PhotoCard
              key={row.photoId}
              row={row}
              onShow={() => decide(row, { show: true })}
              onHide={() => setHiding(row)}
            />
          ))}
        </View>
      </ReviewStates>
      <HideSheet
        key={hiding?.photoId ?? 0}
        what="photo"
        open={hiding !== undefined}
        onClose={() => setHiding(undefined)}
        onHide={(reason) => hiding && decide(hiding, { show: false, reason })}
      />
    </>
  )
}
