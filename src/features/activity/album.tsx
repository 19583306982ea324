import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { client } from '../../platform/client'
import './album.scss'

/** Pictures of an activity, fetched one by one as they are few and small. */
export function Album({ photos }: { photos: readonly { photoId: number; caption: string }[] }) {
  return (
    <View className="album">
      {photos.map((photo) => (
        <Picture key={photo.photoId} {...photo} />
      ))}
    </View>
  )
}

function Picture({ photoId, caption }: { photoId: number; caption: string }) {
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
  return (
    <View className="album__item" onClick={() => source && Taro.previewImage({ urls: [source] })}>
      {source && <Image className="album__image" src={source} mode="aspectFill" aria-label={caption} />}
      {caption && <View className="t-note">{caption}</View>}
    </View>
  )
}
