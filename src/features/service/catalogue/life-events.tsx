import { View } from '@tarojs/components'
import type { LifeEvent } from '../../../../types/catalogue'
import { Tap } from '../../../components/tap'
import { lifeEventNames } from '../wording'
import './style.scss'

/** What happens in a life and leads to an office; "other" is found by words. */
export const shownLifeEvents = [
  'birth',
  'schooling',
  'work',
  'housing',
  'retirement',
  'newcomer',
  'health',
  'hardship',
] as const satisfies readonly LifeEvent[]

/** The entrances of the catalogue, as pictures with words. */
export function LifeEvents({ onChoose }: { onChoose: (event: LifeEvent) => void }) {
  return (
    <View className="lives">
      {shownLifeEvents.map((event) => (
        <Tap key={event} className="life" role="link" onTap={() => onChoose(event)}>
          <View className={`life__picture life__picture--${event}`} aria-hidden />
          <View>{lifeEventNames[event]}</View>
        </Tap>
      ))}
    </View>
  )
}
