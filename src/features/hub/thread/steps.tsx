import { View } from '@tarojs/components'
import type { ContactDetail } from '../../../../types/hub'
import { Icon } from '../../../components/icon'
import { roleOf } from '../../../components/spoken'
import './style.scss'
import { threadWording as words } from './wording'

/** 五步: each is an event that leads there; what was skipped stays hollow. */
const steps = ['asked', 'sorted', 'discussed', 'claimed', 'answered'] as const
const eventsOf = {
  asked: ['ask'],
  sorted: ['sort'],
  discussed: ['discuss'],
  claimed: ['claim', 'handOn'],
  answered: ['answer'],
} as const

export function Steps({ contact }: { contact: ContactDetail }) {
  const happened = new Set<string>(contact.events.map(({ kind }) => kind))
  const done = steps.map((step) => eventsOf[step].some((kind) => happened.has(kind)))
  const last = done.lastIndexOf(true)
  const now = steps[last]
  const next = steps[last + 1]
  return (
    <View
      className="five"
      {...roleOf('img')}
      aria-label={words.stepsSaid(now ? words.steps[now] : '', next ? words.steps[next] : '')}
    >
      {steps.map((step, n) => (
        <View
          key={step}
          className={`five__step ${done[n] ? 'five__step--done' : ''} ${n === last ? 'five__step--now' : ''}`}
        >
          {n > 0 && <View className={`five__line ${n <= last ? 'five__line--done' : ''}`} />}
          <View className="five__mark">{done[n] && <Icon name="check" size={16} />}</View>
          <View className="five__word">{words.steps[step]}</View>
        </View>
      ))}
    </View>
  )
}
