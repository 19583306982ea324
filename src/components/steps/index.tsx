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
        <View key={name} className={`step ${done ? 'step--done' : ''} ${n === now ? 'step--now' : ''}`}>
          {n > 0 && <View className={`step__line ${n <= now ? 'step__line--done' : ''}`} />}
          <View className="step__mark">{done && <Icon name="check" size={16} />}</View>
          <View className="step__word">{name}</View>
        </View>
      ))}
    </View>
  )
}
