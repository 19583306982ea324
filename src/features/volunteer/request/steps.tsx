import { View } from '@tarojs/components'
import { Icon } from '../../../components/icon'
import { roleOf } from '../../../components/spoken'
import { steps } from './head'
import './steps.scss'
import { requestWording as words } from './wording'

/** 已接 → 出发 → 到了 → 办完: how far it is. */
export function Steps({ done }: { done: number }) {
  const last = steps[done - 1]
  const next = steps[done]
  return (
    <View
      className="stages"
      {...roleOf('img')}
      aria-label={words.stepsSaid(last ? words.steps[last] : '', next ? words.steps[next] : '')}
    >
      {steps.map((step, n) => (
        <View key={step} className={`stage ${n < done ? 'stage--done' : ''} ${n === done - 1 ? 'stage--now' : ''}`}>
          {n > 0 && <View className={`stage__line ${n < done ? 'stage__line--done' : ''}`} />}
          <View className="stage__mark">{n < done && <Icon name="check" size={16} />}</View>
          <View className="stage__word">{words.steps[step]}</View>
        </View>
      ))}
    </View>
  )
}
