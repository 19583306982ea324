import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { activity } from '../../../../types/activity'
import type { OutputOf } from '../../../../types/operation'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Light } from '../../../components/light'
import { Tap } from '../../../components/tap'
import { fullTime } from '../../../platform/dates'
import { usePhoto } from '../album'
import './photo-card.scss'
import { ratingWording } from './wording'

const words = ratingWording.review

export type ReviewedPhoto = OutputOf<(typeof activity)['photosToReview']>['rows'][number]

interface PhotoCardProps {
  row: ReviewedPhoto
  onShow: () => void
  onHide: () => void
}

/** A picture before staff: where it stands, why it waits, the picture itself, and the two ways to decide. */
export function PhotoCard({ row, onShow, onHide }: PhotoCardProps) {
  const source = usePhoto(row.photoId)
  return (
    <Card>
      <View className="stack">
        {row.why ? (
          <Light kind={row.why === 'unchecked' ? 'idle' : 'soon'} words={words.why[row.why]} />
        ) : (
          <Light
            kind={row.state === 'shown' ? 'go' : 'late'}
            words={words.filters[row.state === 'shown' ? 'shown' : 'hidden']}
          />
        )}
        <Tap
          className="photo-card__frame"
          label={words.photo(row.title)}
          onTap={() => source && Taro.previewImage({ urls: [source] })}
        >
          {source && <Image className="photo-card__image" src={source} mode="aspectFit" />}
        </Tap>
        {row.caption && <View>{row.caption}</View>}
        {row.hiddenReason && <View className="t-note">{words.because(row.hiddenReason)}</View>}
        <View className="t-note">{[words.about(row.title, row.areaName), fullTime(row.addedAt)].join(' · ')}</View>
        <View className="line">
          {row.state !== 'shown' && (
            <Button look="secondary" onTap={onShow}>
              {words.show}
            </Button>
          )}
          {row.state !== 'hidden' && (
            <Button look="quiet" onTap={onHide}>
              {words.hide}
            </Button>
          )}
        </View>
      </View>
    </Card>
  )
}
