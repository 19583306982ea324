import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ActivityDetail } from '../../../types/activity'
import { Light } from '../../components/light'
import { client } from '../../platform/client'
import './album.scss'
import { wording } from './wording'

/** Pictures of an activity, fetched one by one as they are few and small. */
export function Album({ photos }: { photos: ActivityDetail['photos'] }) {
  return (
    <View className="album">
      {photos.map((photo) => (
        <Picture key={photo.photoId} {...photo} />
      ))}
    </View>
  )
}

/** One picture, with its state where others do not see it yet, or at all. */
export function Picture({ photoId, caption, state, hiddenReason }: ActivityDetail['photos'][number]) {
  const source = usePhoto(photoId)
  return (
    <View className="album__item" onClick={() => source && Taro.previewImage({ urls: [source] })}>
      {source && <Image className="album__image" src={source} mode="aspectFill" aria-label={caption} />}
      {state === 'inReview' && <Light kind="idle" words={wording.detail.photoInReview} />}
      {state === 'hidden' && <Light kind="late" words={wording.detail.photoHidden(hiddenReason ?? '')} />}
      {caption && <View className="t-note">{caption}</View>}
    </View>
  )
}

/** One picture as an address that an image can show; empty until it is there. */
export function usePhoto(photoId: number): string {
  const [source, setSource] = useState('')
  useEffect(() => {
    let gone = false
    client.activity
      .photo({ photoId })
      .then((answer) => {
        if (!gone && answer.ok) setSource(`data:${answer.value.mimeType};base64,${answer.value.base64}`)
      })
      .catch(() => {}) // its place stays sand; the next visit tries again
    return () => {
      gone = true
    }
  }, [photoId])
  return source
}
