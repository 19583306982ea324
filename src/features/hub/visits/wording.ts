import type { PromiseStatus } from '../../../../types/hub'
import type { LightKind } from '../../../components/light'
import { dayKey, fullDay } from '../../../platform/dates'

/** Words of the visits to my household. */
export const visitsWording = {
  title: '来我家走访过',
  lead: '中心户来过哪几次，答应了您家什么。',
  promised: '答应您家的',
  nothing: '这次没有答应什么',
  outcome: (words: string) => `办的结果：${words}`,
  empty: '中心户还没有来走访过。',
  emptyStep: '请他来',
  day: (day: string) => fullDay(new Date(`${day}T12:00:00+08:00`)),
}

interface Promised {
  status: PromiseStatus
  dueOn: string
  keptOn: string | null
  late: boolean
}

/** Whether what was promised is done, as who it was promised to reads it. */
export function promiseLight({ status, dueOn, keptOn, late }: Promised, now: Date): { kind: LightKind; words: string } {
  if (status === 'kept')
    return { kind: late ? 'idle' : 'go', words: `${visitsWording.day(keptOn ?? dueOn)}办好了${late ? '，晚了' : ''}` }
  if (status === 'ended') return { kind: 'idle', words: '不用办了' }
  return dueOn < dayKey(now)
    ? { kind: 'late', words: `过了${visitsWording.day(dueOn)}，还没办` }
    : { kind: 'soon', words: `${visitsWording.day(dueOn)}前办好` }
}
