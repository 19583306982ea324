import { View } from '@tarojs/components'
import { Icon } from '../icon'
import { roleOf } from '../spoken'
import './style.scss'

interface StepsProps {
  /** How far it is, in a sentence. */
  label: string
  steps: readonly { name: string; done: boolean }[]
}

/** A few steps one after the other: those that were taken have a tick, one that was skipped stays hollow, the last one taken is bold. */
export function Steps({ label, steps }: StepsProps) {
  const now = steps.reduce((last, { done }, n) => (done ? n : last), -1)
  return (
    <View className="steps" {...roleOf('img')} aria-label={label}>
      {steps.map(({ name, done }, n) => (
        <View
          key={name}
          className={`steps__one ${done ? 'steps__one--done' : ''} ${n === now ? 'steps__one--now' : ''}`}
        >
          {n > 0 && <View className={`steps__line ${n <= now ? 'steps__line--done' : ''}`} />}
          <View className="steps__mark">{done && <Icon name="check" size={16} />}</View>
          <View className="steps__word">{name}</View>
        </View>
      ))}
    </View>
  )
}
