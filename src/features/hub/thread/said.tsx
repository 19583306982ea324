import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ContactDetail } from '../../../../types/hub'
import { Photo } from '../../../components/photo'
import { Tap } from '../../../components/tap'
import { nearTime } from '../../../platform/dates'
import { fileUrl } from '../../../platform/upload'
import './style.scss'
import { threadWording as words } from './wording'

/** What one side said: who and when, the words, the photos. */
export function Said({ message }: { message: ContactDetail['messages'][number] }) {
  const urls = message.files.map((file) => fileUrl(file.url))
  const text = message.words || (message.callBack ? words.wishesCall : '')
  return (
    <View role="listitem" className={`thread__said ${message.mine ? 'thread__said--mine' : ''}`}>
      <View className="t-hint">
        {message.mine ? words.sides.resident : words.sides[message.from]} · {nearTime(message.at, new Date())}
      </View>
      {text && <View className="thread__words t-prewrap">{text}</View>}
      {message.callBack && message.words && <View className="t-hint">{words.wishesCall}</View>}
      {message.files.length > 0 && (
        <View className="thread__photos">
          {message.files.map((file, n) => (
            <Tap
              key={file.fileId}
              className="thread__photo"
              label={words.photo(n + 1)}
              onTap={() => void Taro.previewImage({ urls, current: urls[n] ?? '' })}
            >
              <Photo className="thread__picture" src={fileUrl(file.thumbnailUrl ?? file.url)} label="" />
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
}
