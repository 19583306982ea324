import { View } from '@tarojs/components'
import type { WeeklySpan } from '../../../types/volunteer'
import { Icon } from '../../components/icon'
import { roleOf } from '../../components/spoken'
import { Tap } from '../../components/tap'
import './style.scss'
import { isFree, parts, turn, weekdays } from './week'
import { partNames, weekdayNames, workWording as words } from './wording'

interface WeekProps {
  weekly: readonly WeeklySpan[]
  problem?: string | undefined
  onChange: (weekly: WeeklySpan[]) => void
}

/** Seven days by morning, afternoon and evening, turned by a tap. */
export function WeekGrid({ weekly, problem, onChange }: WeekProps) {
  return (
    <View className="field" {...roleOf('group')} aria-label={words.week}>
      <View className="field__label">{words.week}</View>
      <View className="t-note">{words.weekHint}</View>
      <View className="work-week">
        {weekdays.map((weekday) => {
          const day = weekdayNames[weekday] ?? ''
          return (
            <View key={weekday} className="work-week__row">
              <View className="work-week__day">{day}</View>
              {parts.map((part) => {
                const free = isFree(weekly, weekday, part)
                return (
                  <Tap
                    key={part}
                    role="checkbox"
                    chosen={free}
                    label={words.cell(day, partNames[part], free)}
                    className={`work-week__cell ${free ? 'work-week__cell--free' : ''}`}
                    onTap={() => onChange(turn(weekly, weekday, part))}
                  >
                    {free && <Icon name="check" size={16} />}
                    <View>{partNames[part]}</View>
                  </Tap>
                )
              })}
            </View>
          )
        })}
      </View>
      {problem ? <View className="t-late">{problem}</View> : null}
    </View>
  )
}
