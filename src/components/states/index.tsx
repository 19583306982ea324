import { View } from '@tarojs/components'
import { Button } from '../button'
import { Scene } from '../scene'
import { roleOf } from '../spoken'
import { componentWording as wording } from '../wording'
import './style.scss'

/** Sand where rows will be; shown only when loading takes longer than a blink. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <View className="skeleton" aria-label={wording.loading} {...roleOf('status')}>
      {Array.from({ length: rows }, (_, n) => (
        <View key={n} className="skeleton__row">
          <View className="skeleton__tile" />
          <View className="grow">
            <View className="skeleton__line" />
            <View className="skeleton__line skeleton__line--short" />
          </View>
        </View>
      ))}
    </View>
  )
}

/** Nothing here: one sentence and one next step. */
export function Empty({ words, step, onStep }: { words: string; step?: string; onStep?: () => void }) {
  return (
    <View className="state">
      <Scene name="empty" size="empty" />
      <View>{words}</View>
      {step && onStep && (
        <Button look="secondary" onTap={onStep}>
          {step}
        </Button>
      )}
    </View>
  )
}

/** What happened, what is safe, one button. */
export function Failed({ words, onAgain }: { words: string; onAgain: () => void }) {
  return (
    <View className="state" {...roleOf('alert')}>
      <View>{words}</View>
      <Button look="secondary" onTap={onAgain}>
        {wording.again}
      </Button>
    </View>
  )
}

export function EndMark() {
  return <View className="end-mark">{wording.end}</View>
}
