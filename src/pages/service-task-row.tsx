import { View } from '@tarojs/components'
import { Button } from '../components/button'
import { Row } from '../components/card'
import { Light, type LightKind } from '../components/light'
import type { ServiceTask } from '../features/service/shapes'
import { applicationLight } from '../features/service/wording'
import { nearTime } from '../platform/dates'
import { go } from '../platform/routes'
import { wording } from './wording'

const words = wording.home.service

const lights: Record<ServiceTask['kind'], LightKind> = {
  correct: 'soon',
  supply: 'soon',
  visit: 'go',
  rate: 'idle',
  underWay: 'go',
  desk: 'soon',
}

/** One application that needs me, or that is on its way: its light, and the one step to take. */
export function ServiceTaskRow({ task }: { task: ServiceTask }) {
  const { kind, application, dueAt } = task
  if (kind === 'desk' || !application) {
    return task.count ? (
      <Row
        title={
          <>
            <Light kind="soon" words={words.deskLight} />
            <View>{words.desk(task.count)}</View>
          </>
        }
        onTap={() => go('desk')}
      />
    ) : null
  }
  const { applicationId, itemName } = application
  const due = dueAt ? nearTime(dueAt, new Date()) : ''
  const light =
    kind === 'underWay' ? applicationLight(application) : { kind: lights[kind], words: lightWords(kind, due) }
  const open = () => {
    if (kind === 'correct' || kind === 'supply') return go('correct', { applicationId })
    if (kind === 'visit') return go('visit', { applicationId })
    if (kind === 'rate') return go('rateService', { applicationId })
    return go('application', { applicationId })
  }
  const corrects = kind === 'correct'
  return (
    <Row
      title={
        <>
          <Light {...light} />
          <View>{words.titles[kind](itemName)}</View>
        </>
      }
      tail={
        corrects ? (
          <Button size="small" onTap={open}>
            {words.go}
          </Button>
        ) : undefined
      }
      onTap={corrects ? undefined : open}
    />
  )
}

function lightWords(kind: Exclude<ServiceTask['kind'], 'desk'>, due: string): string {
  const said = words.lights[kind]
  return typeof said === 'string' ? said : said(due)
}
