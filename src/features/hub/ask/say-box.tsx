import { View } from '@tarojs/components'
import { useState } from 'react'
import { contactLimits } from '../../../../types/hub'
import { Field } from '../../../components/field'
import { Icon } from '../../../components/icon'
import { Tap } from '../../../components/tap'
import { Uploader } from '../../../components/uploader'
import { say } from '../../../platform/say'
import type { Uploads } from '../../../platform/use-uploads'
import { cardWording as words } from '../card/wording'
import './style.scss'

interface SayBoxProps {
  label: string
  placeholder?: string
  value: string
  problem?: string
  uploads: Uploads
  onChange: (value: string) => void
}

/** Words with voice and photos beside them. The voice is the keyboard's own: what is said never goes to another server. */
export function SayBox({ label, placeholder = '', value, problem = '', uploads, onChange }: SayBoxProps) {
  const [speaking, setSpeaking] = useState(false)
  const free = contactLimits.files - uploads.items.length
  const speak = () => {
    // Turned off first: a field takes the cursor when this becomes true.
    setSpeaking(false)
    setTimeout(() => setSpeaking(true), 0)
    say(words.micHint)
  }
  return (
    <View className="stack">
      <View>
        <View className="ask-box">
          <Field
            label={label}
            required
            type="textarea"
            most={500}
            placeholder={placeholder}
            focus={speaking}
            value={value}
            onChange={onChange}
            onLeave={() => setSpeaking(false)}
          />
          <View className="ask-box__tools">
            <Tap className="ask-box__tool" label={words.mic} onTap={speak}>
              <Icon name="mic" />
            </Tap>
            <Tap
              className="ask-box__tool"
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
