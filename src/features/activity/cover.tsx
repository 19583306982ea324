import { View } from '@tarojs/components'
import type { ActivityDetail } from '../../../types/activity'
import { Light } from '../../components/light'
import { Photo } from '../../components/photo'
import { Scene } from '../../components/scene'
import { usePhoto } from './album'
import './cover.scss'
import { wording } from './wording'

/** What stands above an activity: the organiser's picture, or the drawing of its kind, which also shows until the picture is here. */
export function Cover({ activity }: { activity: Pick<ActivityDetail, 'kind' | 'cover'> }) {
  const { kind, cover } = activity
  return cover ? <Picture kind={kind} cover={cover} /> : <Scene name={kind} />
}

function Picture({ kind, cover }: { kind: ActivityDetail['kind']; cover: NonNullable<ActivityDetail['cover']> }) {
  const source = usePhoto(cover.photoId)
  return (
    <View className="cover">
      {source ? <Photo className="cover__image" src={source} label="" /> : <Scene name={kind} />}
      {cover.state !== 'shown' && (
        <View className="cover__state">
          {cover.state === 'inReview' ? (
            <Light kind="idle" words={wording.detail.photoInReview} pill />
          ) : (
            <Light kind="late" words={wording.detail.photoHidden(cover.hiddenReason ?? '')} pill />
          )}
        </View>
      )}
    </View>
  )
}
