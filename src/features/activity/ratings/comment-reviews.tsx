import { View } from '@tarojs/components'
import { Quiet } from '../../../components/card'
import { Rating } from '../../../components/rating'
import { client } from '../../../platform/client'
import { useList } from '../../../platform/use-list'
import { ReviewCard } from './review-card'
import { type ReviewState, Reviews } from './reviews'
import { ratingWording } from './wording'

const words = ratingWording.review

/** Comments in my area that no machine could decide on. */
export function CommentReviews({ state }: { state: ReviewState }) {
  const list = useList((cursor) => client.activity.comments({ state, cursor }), state)
  return (
    <Reviews
      what="comment"
      list={list}
      empty={words.empty[state]}
      hidden={words.hidden}
      keyOf={(row) => row.ratingId}
      decide={({ ratingId, writtenAt }, decision) => client.activity.reviewComment({ ratingId, writtenAt, decision })}
      card={(row, onShow, onHide) => (
        <ReviewCard
          row={row}
          at={row.writtenAt}
          head={<Rating label={ratingWording.given} value={row.stars} />}
          onShow={onShow}
          onHide={onHide}
        >
          <Quiet>
            <View className="t-prewrap">{row.comment}</View>
          </Quiet>
        </ReviewCard>
      )}
    />
  )
}
