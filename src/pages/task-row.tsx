import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { activity } from '../../types/activity'
import type { OutputOf } from '../../types/operation'
import { Button } from '../components/button'
import { Row } from '../components/card'
import { Light, type LightKind } from '../components/light'
import { nearTime } from '../platform/dates'
import { go } from '../platform/routes'
import { wording } from './wording'

type Task = OutputOf<(typeof activity)['today']>['tasks'][number]
const words = wording.home

const lights: Record<Task['kind'], LightKind> = {
  answerPromotion: 'soon',
  attend: 'go',
  waiting: 'idle',
  sentBack: 'soon',
  approve: 'soon',
  rate: 'idle',
}

/** One thing that needs me, with the one step to take. Big: the only thing on the screen, with the way there. */
export function TaskRow({ task, big }: { task: Task; big: boolean }) {
  const { activityId, title, lat, lng, placeName } = task.activity
  const due = task.dueAt ? nearTime(task.dueAt, new Date()) : ''
  const light = words.lights[task.kind]
  const open = () => {
    if (task.kind === 'approve') return go('approvals')
    if (task.kind === 'sentBack') return go('publish', { activityId })
    if (task.kind === 'rate') return go('rate', { activityId })
    return go('activity', { activityId })
  }
  const walk = () =>
    lat !== null &&
    lng !== null &&
    Taro.openLocation({ latitude: lat, longitude: lng, name: placeName, address: placeName })
  const answers = task.kind === 'answerPromotion'
  return (
    <>
      <Row
        title={
          <>
            <Light kind={lights[task.kind]} words={typeof light === 'string' ? light : light(due)} />
            <View>{words.tasksFor[task.kind](title)}</View>
          </>
        }
        note={big ? placeName : undefined}
        tail={
          answers ? (
            <Button size="small" onTap={open}>
              {words.answer}
            </Button>
          ) : undefined
        }
        onTap={answers ? undefined : open}
      />
      {big && task.kind === 'attend' && lat !== null && (
        <View className="line task__walk">
          <Button block icon="walk" onTap={walk}>
            {words.walk}
          </Button>
        </View>
      )}
    </>
  )
}
