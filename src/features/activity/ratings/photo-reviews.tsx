import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Photo } from '../../../components/photo'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import { useList } from '../../../platform/use-list'
import { usePhoto } from '../album'
import './photo-reviews.scss'
import { ReviewCard } from './review-card'
import { type ReviewState, Reviews } from './reviews'
import { ratingWording } from './wording'

const words = ratingWording.review

/** Pictures in my area that no machine could decide on. */
export function PhotoReviews({ state }: { state: ReviewState }) {
  const list = useList((cursor) => client.activity.photosToReview({ state, cursor }), state)
  return (
    <Reviews
      what="photo"
      list={list}
      empty={words.emptyPhotos[state]}
      hidden={words.photoHidden}
      keyOf={(row) => row.photoId}
      decide={({ photoId }, decision) => client.activity.reviewPhoto({ photoId, decision })}
      card={(row, onShow, onHide) => (
        <ReviewCard row={row} at={row.addedAt} onShow={onShow} onHide={onHide}>
          <Picture photoId={row.photoId} title={row.title} />
          {row.caption && <View>{row.caption}</View>}
        </ReviewCard>
      )}
    />
  )
}

/** The picture itself, larger at a tap. */
function Picture({ photoId, title }: { photoId: number; title: string }) {
  const source = usePhoto(photoId)
  return (
    <Tap
      className="photo-review__frame"
      label={words.photo(title)}
      onTap={() => source && Taro.previewImage({ urls: [source] })}
    >
      {source && <Photo whole className="photo-review__image" src={source} label="" />}
    </Tap>
  )
}
