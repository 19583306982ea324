import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ActivityDetail } from '../../../types/activity'
import { Light } from '../../components/light'
import { Photo } from '../../components/photo'
import { Tap } from '../../components/tap'
import { client } from '../../platform/client'
import './album.scss'
import { wording } from './wording'

type AlbumPhoto = ActivityDetail['photos'][number]

/** Pictures of an activity, fetched one by one as they are few and small. */
export function Album({ photos }: { photos: readonly AlbumPhoto[] }) {
  return (
    <View className="album">
      {photos.map((photo) => (
        <View key={photo.photoId} className="album__item">
          <Picture photo={photo} />
          <PhotoState photo={photo} />
          {photo.caption && <View className="t-note">{photo.caption}</View>}
        </View>
      ))}
    </View>
  )
}

/** The picture itself, larger at a tap. */
export function Picture({ photo: { photoId, caption } }: { photo: AlbumPhoto }) {
  const source = usePhoto(photoId)
  return (
    <Tap
      className="album__frame"
      label={wording.detail.photo(caption)}
      onTap={() => source && Taro.previewImage({ urls: [source] })}
    >
      {source && <Photo className="album__image" src={source} label="" />}
    </Tap>
  )
}

/** Where others do not see it yet, or at all. */
export function PhotoState({ photo: { state, hiddenReason } }: { photo: AlbumPhoto }) {
  if (state === 'inReview') return <Light kind="idle" words={wording.detail.photoInReview} />
  return state === 'hidden' ? <Light kind="late" words={wording.detail.photoHidden(hiddenReason ?? '')} /> : null
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
