import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../button'
import { Icon } from '../icon'
import { Light } from '../light'
import { Photo } from '../photo'
import { Tap } from '../tap'
import { componentWording as wording } from '../wording'
import './style.scss'

/** One file as it is shown; `useUploads` of the platform gives them. */
export interface UploadItem {
  key: string
  name: string
  kind: 'picture' | 'document'
  /** Shows a picture. */
  path: string
  state: 'sending' | 'sent' | 'failed'
  /** 0 to 100. */
  percent: number
  /** Why it failed. */
  words?: string
}

interface UploaderProps {
  label: string
  hint?: string
  problem?: string
  items: readonly UploadItem[]
  /** Files at most. */
  most: number
  kinds?: readonly ('picture' | 'document')[]
  onPick: (kind: 'picture' | 'document', most: number) => void
  onRemove: (key: string) => void
  onRetry: (key: string) => void
  /** Opens a document that was chosen; pictures are shown by themselves. */
  onOpen?: (key: string) => void
}

/** Pictures and documents to hand in: each with its progress, what went wrong, and a way to try again or take it away. */
export function Uploader(props: UploaderProps) {
  const { label, hint, problem, items, most, kinds = ['picture', 'document'], onPick } = props
  const free = most - items.length
  return (
    <View className={`uploader ${problem ? 'uploader--wrong' : ''}`}>
      <View className="uploader__label">{label}</View>
      {hint && <View className="t-note">{hint}</View>}
      {items.map((item) => (
        <Line key={item.key} item={item} {...props} />
      ))}
      {free > 0 && (
        <View className="uploader__pick">
          {kinds.includes('picture') && (
            <Button block look="secondary" icon="photo" onTap={() => onPick('picture', free)}>
              {items.length > 0 ? wording.morePictures : wording.pickPicture}
            </Button>
          )}
          {kinds.includes('document') && (
            <Button block look="secondary" icon="list" onTap={() => onPick('document', free)}>
              {wording.pickDocument}
            </Button>
          )}
        </View>
      )}
      {problem && (
        <View className="t-late" role="alert">
          {problem}
        </View>
      )}
    </View>
  )
}

function Line({ item, items, onRemove, onRetry, onOpen }: UploaderProps & { item: UploadItem }) {
  const { key, name, kind, path, state, percent, words } = item
  const look = () => {
    if (kind === 'document') return onOpen?.(key)
    const urls = items.flatMap((one) => (one.kind === 'picture' ? [one.path] : []))
    void Taro.previewImage({ urls, current: path })
  }
  return (
    <View className="uploader__file">
      <Tap className="uploader__tile" label={wording.look(name)} disabled={kind === 'document' && !onOpen} onTap={look}>
        {kind === 'picture' ? <Photo className="uploader__picture" src={path} label="" /> : <Icon name="list" />}
      </Tap>
      <View className="grow">
        <View className="uploader__name">{name}</View>
        {state === 'sending' && (
          <>
            <Light kind="idle" words={percent === 0 ? wording.waitsToSend : wording.sendingFile(percent)} />
            <View className="uploader__track" aria-hidden>
              <View className="uploader__done" style={{ width: `${percent}%` }} />
            </View>
          </>
        )}
        {state === 'sent' && <Light kind="go" words={wording.fileSent} />}
        {state === 'failed' && (
          <>
            <Light kind="late" words={wording.fileFailed} />
            <View className="t-late">{words}</View>
            <View className="uploader__again">
              <Button size="small" look="secondary" label={`${wording.again} ${name}`} onTap={() => onRetry(key)}>
                {wording.again}
              </Button>
            </View>
          </>
        )}
      </View>
      <Tap className="uploader__remove" label={wording.removeFile(name)} onTap={() => onRemove(key)}>
        <Icon name="close" size={20} />
      </Tap>
    </View>
  )
}
