import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { say } from '../../platform/say'
import type { Uploads } from '../../platform/use-uploads'
import { Field } from '../field'
import { Icon } from '../icon'
import { Tap } from '../tap'
import { Uploader } from '../uploader'
import { componentWording } from '../wording'
import './style.scss'

const words = componentWording.sayBox

interface SayBoxProps {
  label: string
  placeholder?: string
  value: string
  problem?: string
  /** The cursor goes here when this becomes true: the first mistake may be out of sight, above the button that was pressed. */
  focus?: boolean
  /** Characters at most. */
  most?: number
  mostFiles: number
  uploads: Uploads
  onChange: (value: string) => void
}

/** Words with voice and photos beside them. The voice is the keyboard's own: what is said never goes to another server. */
export function SayBox({
  label,
  placeholder = '',
  value,
  problem = '',
  focus = false,
  most = 500,
  mostFiles,
  uploads,
  onChange,
}: SayBoxProps) {
  const [writing, setWriting] = useState(false)
  const free = mostFiles - uploads.items.length
  // Turned off first: a field takes the cursor when this becomes true.
  const write = () => {
    setWriting(false)
    return setTimeout(() => setWriting(true), 0)
  }
  const speak = () => {
    write()
    say(words.micHint)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what becomes a mistake takes the cursor
  useEffect(() => {
    if (!focus) return
    const timer = write()
    return () => clearTimeout(timer)
  }, [focus])
  return (
    <View className="stack">
      <View>
        <View className="say-box">
          <Field
            label={label}
            required
            type="textarea"
            most={most}
            placeholder={placeholder}
            focus={writing}
            value={value}
            onChange={onChange}
            onLeave={() => setWriting(false)}
          />
          <View className="say-box__tools">
            <Tap className="say-box__tool" label={words.mic} onTap={speak}>
              <Icon name="mic" />
            </Tap>
            <Tap
              className="say-box__tool"
              label={words.camera}
              disabled={free <= 0}
              onTap={() => void uploads.pick('picture', free)}
            >
              <Icon name="camera" />
            </Tap>
          </View>
        </View>
        {problem ? (
          <View className="t-late" role="alert">
            {problem}
          </View>
        ) : null}
      </View>
      {uploads.items.length > 0 && (
        <Uploader
          label={words.photos}
          items={uploads.items}
          most={uploads.items.length}
          kinds={['picture']}
          onPick={() => {}}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
        />
      )}
    </View>
  )
}
