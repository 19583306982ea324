import { View } from '@tarojs/components'
import type { ActivityDetail } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Empty } from '../../../components/states'
import { client } from '../../../platform/client'
import { confirm, say, wordsOf } from '../../../platform/say'
import { Picture } from '../album'
import { PhotoButton } from './photo-button'
import './photos.scss'
import { runWording as words } from './wording'

/** The organiser's pictures: the cover, and once the activity has begun its album; put up and taken away. */
export function Photos({ activity, onChanged }: { activity: ActivityDetail; onChanged: () => void }) {
  const { activityId, photos, cover } = activity
  const begun = activity.startsAt < new Date()
  return (
    <>
      <Card>
        <View className="stack">
          <View className="t-head">{words.cover}</View>
          {cover ? <Removable photo={cover} onChanged={onChanged} /> : <View className="t-note">{words.noCover}</View>}
          <View className="line">
            <PhotoButton cover activityId={activityId} onAdded={onChanged} />
          </View>
        </View>
      </Card>
      <Section title={words.album}>
        <View className="stack">
          {photos.length > 0 && (
            <View className="album">
              {photos.map((photo) => (
                <Removable key={photo.photoId} photo={photo} onChanged={onChanged} />
              ))}
            </View>
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

function Removable({ photo, onChanged }: { photo: ActivityDetail['photos'][number]; onChanged: () => void }) {
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
    <View className="photos__one">
      <Picture {...photo} />
      <Button look="quiet" size="small" onTap={remove}>
        {words.remove}
      </Button>
    </View>
  )
}
