import { View } from '@tarojs/components'
import type { ActivityDetail } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Empty } from '../../../components/states'
import { client } from '../../../platform/client'
import { confirm, say, wordsOf } from '../../../platform/say'
import { PhotoState, Picture } from '../album'
import { PhotoButton } from './photo-button'
import './photos.scss'
import { runWording as words } from './wording'

type Photo = ActivityDetail['photos'][number]

interface PhotosProps {
  activity: ActivityDetail
  onChanged: () => void
}

/** The organiser's pictures: the cover, and once the activity has begun its album; put up and taken away. */
export function Photos({ activity, onChanged }: PhotosProps) {
  const { activityId, photos, cover } = activity
  const begun = activity.startsAt < new Date()
  return (
    <>
      <Card>
        <View className="stack photos__cover">
          <View className="t-head">{words.cover}</View>
          {cover ? <Picture photo={cover} /> : <View className="t-note">{words.noCover}</View>}
          {cover && <PhotoState photo={cover} />}
          <View className="line">
            <PhotoButton cover activityId={activityId} onAdded={onChanged} />
            {cover && <Remove photo={cover} onChanged={onChanged} />}
          </View>
        </View>
      </Card>
      <Section title={words.album}>
        <View className="stack">
          {photos.length > 0 && (
            <Card flush>
              {photos.map((photo) => (
                <View key={photo.photoId} className="photos__row">
                  <Picture photo={photo} />
                  <View className="grow photos__words">
                    <PhotoState photo={photo} />
                    {photo.caption && <View>{photo.caption}</View>}
                  </View>
                  <Remove photo={photo} onChanged={onChanged} />
                </View>
              ))}
            </Card>
          )}
          {photos.length === 0 && <Empty words={begun ? words.noPhotos : words.photoRefusals.notYet} />}
          {begun && (
            <View className="line">
              <PhotoButton activityId={activityId} onAdded={onChanged} />
            </View>
          )}
        </View>
      </Section>
    </>
  )
}

function Remove({ photo, onChanged }: { photo: Photo; onChanged: () => void }) {
  const remove = async () => {
    if (!(await confirm(words.removeSure, words.remove))) return
    try {
      await client.activity.removePhoto({ photoId: photo.photoId })
    } catch (error) {
      say(wordsOf(error))
    }
    onChanged()
  }
  return (
    <Button look="quiet" size="small" onTap={remove}>
      {words.remove}
    </Button>
  )
}
