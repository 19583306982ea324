import Taro from '@tarojs/taro'
import type { activity } from '../../types/activity'
import type { OutputOf } from '../../types/operation'
import type { IconName } from '../components/icon'
import type { LightKind } from '../components/light'
import type { ServiceTask } from '../features/service/shapes'
import { applicationLight } from '../features/service/wording'
import { nearTime } from '../platform/dates'
import { go } from '../platform/routes'
import { wording } from './wording'

/** One thing that needs me, or that is on its way: what it says and the one step to take. */
export interface Task {
  key: string
  /** It waits for me; otherwise it only tells. */
  urgent: boolean
  dueAt: Date | null
  light: { kind: LightKind; words: string }
  title: string
  note?: string
  step: { words: string; icon?: IconName; run: () => void }
  /** The step has a button of its own, also where the whole row can be tapped. */
  pressing: boolean
  open: () => void
}

type ActivityTask = OutputOf<(typeof activity)['today']>['tasks'][number]
const words = wording.home

const activityLights: Record<ActivityTask['kind'], LightKind> = {
  answerPromotion: 'soon',
  attend: 'go',
  waiting: 'idle',
  sentBack: 'soon',
  approve: 'soon',
  rate: 'idle',
}

/** A task that an activity brings. */
export function taskOfActivity(task: ActivityTask): Task {
  const { kind, dueAt, signUp } = task
  const { activityId, title, lat, lng, placeName } = task.activity
  const light = words.lights[kind]
  const open = () => {
    if (kind === 'approve') return go('approvals')
    if (kind === 'sentBack') return go('publish', { activityId })
    if (kind === 'rate') return go('rate', { activityId })
    return go('activity', { activityId })
  }
  const walk = () => {
    if (lat !== null && lng !== null)
      void Taro.openLocation({ latitude: lat, longitude: lng, name: placeName, address: placeName })
  }
  return {
    key: `${kind}-${signUp?.signUpId ?? activityId}`,
    urgent: kind !== 'waiting',
    dueAt,
    light: {
      kind: activityLights[kind],
      words: typeof light === 'string' ? light : light(dueAt ? nearTime(dueAt, new Date()) : ''),
    },
    title: words.tasksFor[kind](title),
    note: placeName,
    step:
      kind === 'attend' && lat !== null
        ? { words: words.walk, icon: 'walk', run: walk }
        : { words: words.steps[kind], run: open },
    pressing: kind === 'answerPromotion',
    open,
  }
}

const serviceLights: Record<ServiceTask['kind'], LightKind> = {
  correct: 'soon',
  supply: 'soon',
  visit: 'go',
  rate: 'idle',
  underWay: 'go',
  desk: 'soon',
}

/** A task that an application brings; undefined when there is nothing to say. */
export function taskOfService(task: ServiceTask): Task | undefined {
  const { kind, application, dueAt, count } = task
  const said = words.service
  const shared = { key: `${kind}-${application?.applicationId}`, urgent: kind !== 'underWay', dueAt }
  if (kind === 'desk' || !application) {
    if (!count) return undefined
    const open = () => go('desk')
    const light = { kind: serviceLights.desk, words: said.deskLight }
    return {
      ...shared,
      light,
      title: said.desk(count),
      step: { words: said.steps.desk, run: open },
      pressing: false,
      open,
    }
  }
  const { applicationId, itemName } = application
  const open = () => {
    if (kind === 'correct' || kind === 'supply') return go('correct', { applicationId })
    if (kind === 'visit') return go('visit', { applicationId })
    if (kind === 'rate') return go('rateService', { applicationId })
    return go('application', { applicationId })
  }
  const due = dueAt ? nearTime(dueAt, new Date()) : ''
  const light = said.lights[kind]
  return {
    ...shared,
    light:
      kind === 'underWay'
        ? applicationLight(application)
        : { kind: serviceLights[kind], words: typeof light === 'string' ? light : light(due) },
    title: said.titles[kind](itemName),
    step: { words: said.steps[kind], run: open },
    pressing: kind === 'correct',
    open,
  }
}

interface Due {
  urgent: boolean
  dueAt: Date | null
}

/** What waits for the person first, and of that the nearest first. */
export const byUrgency = (a: Due, b: Due) =>
  Number(b.urgent) - Number(a.urgent) ||
  (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) ||
  0
