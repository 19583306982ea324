import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { choosePicture } from '../../../platform/pictures'
import { say, wordsOf } from '../../../platform/say'
import { runWording as words } from './wording'

interface PhotoButtonProps {
  activityId: number
  /** For the picture above the activity instead of its album. */
  cover?: boolean
  onAdded: () => void
}

/** Adds a picture to the album, or makes one the cover. */
export function PhotoButton({ activityId, cover = false, onAdded }: PhotoButtonProps) {
  const add = async () => {
    const base64 = await choosePicture()
    if (!base64) return
    try {
      const answer = await client.activity.addPhoto({ activityId, base64, cover })
      if (!answer.ok) return say(words.photoRefusals[answer.refusal.reason])
      say(words.photoAdded)
      onAdded()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return (
    <Button look="secondary" size="small" icon="photo" onTap={add}>
      {cover ? words.setCover : words.addPhoto}
    </Button>
  )
}
