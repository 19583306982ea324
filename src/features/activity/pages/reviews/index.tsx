import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { CommentReviews } from '../../ratings/comment-reviews'
import { PhotoReviews } from '../../ratings/photo-reviews'
import { type ReviewState, reviewStates } from '../../ratings/reviews'
import { ratingWording } from '../../ratings/wording'
import './index.scss'

const words = ratingWording.review
const filters = reviewStates.map((value) => ({ value, words: words.filters[value] }))
const whats = (['comments', 'photos'] as const).map((value) => ({ value, words: words.whats[value] }))

/** Staff: comments and pictures in my area that no machine could decide on; what was decided can be looked up and changed. */
export default function ReviewsPage() {
  const [what, setWhat] = useState<'comments' | 'photos'>('comments')
  const [state, setState] = useState<ReviewState>('inReview')
  return (
    <Shell title={words.title} wide>
      <View className="reviews__page stack">
        <Chips label={words.what} items={whats} value={what} onChange={setWhat} />
        <Chips label={words.filter} items={filters} value={state} onChange={setState} />
        {what === 'comments' ? <CommentReviews state={state} /> : <PhotoReviews state={state} />}
      </View>
    </Shell>
  )
}
