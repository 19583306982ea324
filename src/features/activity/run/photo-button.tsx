import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { choosePicture } from '../../../platform/pictures'
import { say, wordsOf } from '../../../platform/say'
import { runWording as words } from './wording'

/** Adds a picture to the album. */
export function PhotoButton({ activityId, onAdded }: { activityId: number; onAdded: () => void }) {
  const add = async () => {
    const base64 = await choosePicture()
    if (!base64) return
    try {
      const answer = await client.activity.addPhoto({ activityId, base64 })
      if (!answer.ok) return say(words.photoRefusals[answer.refusal.reason])
      onAdded()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return (
    <Button look="secondary" size="small" icon="photo" onTap={add}>
      {words.addPhoto}
    </Button>
  )
}
