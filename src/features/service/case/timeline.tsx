import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { shortDay } from '../../../platform/dates'
import type { ApplicationDetail } from '../shapes'
import './timeline.scss'
import { caseWording, eventWords } from './wording'

const words = caseWording.timeline
const shownFirst = 5

/** Every step from the newest to the first: what happened, when, by whom and why. */
export function Timeline({ application }: { application: ApplicationDetail }) {
  const [all, setAll] = useState(false)
  const steps = [...application.events].reverse()
  const shown = all ? steps : steps.slice(0, shownFirst)
  if (steps.length === 0) return null
  return (
    <Card>
      <Heading level={2} className="only-spoken">
        {words.title}
      </Heading>
      <View role="list">
        {shown.map((event, index) => (
          <View key={event.seq} className="step" role="listitem">
            {(index < shown.length - 1 || shown.length < steps.length) && <View className="step__line" aria-hidden />}
            <View className={`step__mark ${index === 0 ? 'step__mark--now' : ''}`} aria-hidden>
              {index > 0 && <Icon name="check" size={16} />}
            </View>
            <View className="grow">
              <View className="between step__head">
                <View className={index === 0 ? 't-strong' : ''}>{eventWords(event)}</View>
                <View className="t-note step__day">{index === 0 ? words.since(event.at) : shortDay(event.at)}</View>
              </View>
              {event.why && <View className="t-note">{event.why}</View>}
            </View>
          </View>
        ))}
      </View>
      {steps.length > shownFirst && (
        <Button look="quiet" size="small" onTap={() => setAll(!all)}>
          {all ? words.fewer : words.all(steps.length)}
        </Button>
      )}
    </Card>
  )
}
