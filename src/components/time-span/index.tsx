import { Text } from '@tarojs/components'
import { timeSpan } from '../../platform/dates'
import './style.scss'

/** From when until when, broken between day and hour and nowhere else, so that large letters leave both readable. */
export function TimeSpan({ from, until }: { from: Date; until: Date }) {
  // Behind each day: 周三(11月25日)│19:00—20:30.
  const parts = timeSpan(from, until).match(/[^)]+\)?/g) ?? []
  return (
    <>
      {parts.map((part) => (
        <Text key={part} className="time-span__part">
          {part}
        </Text>
      ))}
    </>
  )
}
