import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import type { ApplicationDetail } from '../shapes'
import { headOf } from './head'
import { caseWording as words } from './wording'

/** Nobody is responsible any more: it is over. */
const finished: ReadonlySet<ApplicationDetail['status']> = new Set([
  'draft',
  'delivered',
  'rated',
  'closed',
  'withdrawn',
  'lapsed',
])

/** The answer first: how long yet, by when, and who is responsible. */
export function AnswerCard({ application }: { application: ApplicationDetail }) {
  const { light, answer, by } = headOf(application)
  const { decision, extension, ownerName, department, number, clock, escalatedTo } = application
  const over = ownerName === null || finished.has(application.status)
  return (
    <Card>
      {light.words !== answer && <Light {...light} pill />}
      <Heading level={2} className="t-display case__answer">
        {answer}
      </Heading>
      {by && <View>{by}</View>}
      {decision?.outcome === 'refused' && decision.reason && (
        <View>
          {words.decision.reason}：{decision.reason}
        </View>
      )}
      {extension?.status === 'granted' && (
        <View className="t-note">{words.extended(extension.days, extension.reason)}</View>
      )}
      {!over && <View className="t-note case__owner">{words.owner(department, ownerName)}</View>}
      {!over && clock.light === 'late' && escalatedTo.length > 0 && (
        <View className="t-note">{words.escalatedTo(escalatedTo)}</View>
      )}
      {number && <View className="t-note">{words.number(number)}</View>}
    </Card>
  )
}
