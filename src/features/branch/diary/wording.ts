import type { PromiseRow, PromiseStatus } from '../../../../types/hub'
import type { LightKind } from '../../../components/light'
import { dayKey, fullDay } from '../../../platform/dates'
import type { VisitRow } from '../shapes'
import { reasonNames, wording } from '../wording'
import type { Home } from './use-homes'

/** Words of the diary of visits and of what was promised. */

const dayWords = (day: string) => fullDay(new Date(`${day}T12:00:00+08:00`))
const daysBetween = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

export const diaryWording = {
  title: wording.host.visits,
  one: '这次走访',
  write: '写走访',
  writeFor: '去过了，写走访，一起回他',
  lead: '听到的话只有本中心户和支部看得到。答应的事，那一户也看得到。',
  empty: '还没有走访记录。去过哪一户，回来写几句。',
  day: dayWords,
  row: ({ households, visitorName }: VisitRow) => `${visitorName} · ${households} 户`,
  heard: '听到的',
  correct: '改一改',
  correctLabel: '听到的',
  corrected: '改好了',
  save: '保存',
  homes: '走访的住户',
  promised: '答应的事',
  noPromise: '这次没有答应什么。',
  photos: '照片',
  photo: (n: number) => `第 ${n} 张照片`,
  home: (areaName: string, people: number) => `${areaName} · ${people} 口人`,
  tooShort: '至少写 2 个字',
  answers: '回应了居民的「请上门」',
}

export const writeWording = {
  title: diaryWording.write,
  when: '哪天去的',
  pickDay: '选日子',
  which: '去了哪几户',
  whichNote: '这里不写门牌和姓名。认不出是哪一户，点「看门牌」，看一次记一次。',
  home: ({ people, reason }: Pick<Home, 'people' | 'reason'>) => `${people} 口人 · ${reasonNames[reason]}`,
  door: '看门牌',
  more: '再看一些住户',
  noHouseholds: '还没有联系的住户。',
  heard: '听到了什么',
  heardHint: '身体怎么样、有什么难处、说了什么',
  heardNote: '只有本中心户和支部看得到，加密保存。',
  promises: '答应了什么',
  promisesNote: '写清哪天前办好。那一户看得到；过了日子没办，支部会知道。',
  addPromise: '加一件',
  removePromise: '去掉这一件',
  promise: (n: number) => `第 ${n} 件`,
  promiseTo: '答应哪一户',
  promiseWords: '答应的事',
  promiseBy: '哪天前办好',
  answer: '回给请您上门的人',
  answerHint: '不写就告诉他：上门来过了',
  missing: { visitedOn: '选一天', householdIds: '选去了哪几户', dueOn: '选一天', householdId: '选哪一户' },
  oldHomes: '没有网。这是上次看到的住户，照样可以写；门牌要有网才看得到。',
  oldPhotos: (n: number) => `原来的 ${n} 张照片还在，不用再拍。`,
  sending: '照片还在传，稍等一下',
  withoutPhotos: (n: number) => `有 ${n} 张照片没有传上。先不带照片把走访存好？`,
  withoutPhotosYes: '先存好',
  outbox: ({ visitedOn, householdIds }: { visitedOn: string; householdIds: readonly number[] }) =>
    `${dayWords(visitedOn)}走访 ${householdIds.length} 户`,
  throwAway: '不交了，删掉',
  throwAsk: '删掉后，这次写的就没有了，找不回来。',
  throwYes: '删掉',
  submit: '写好了',
  saved: '记下了',
  draft: '写到一半会自己留在这部手机上',
}

/** A visit on the phone, before the cloud has it. */
export const keptWording = {
  kept: '已保存，联网后自动提交',
  keptNote: '只留在这部手机上，不含门牌和电话；交上去以后这里就删掉。',
  another: '再写一次走访',
  toDiary: '看走访日记',
  waits: '等联网',
  waitsNote: '联网后自动提交，不用再写。',
  refused: '没交上',
  open: '点开改一改再交。',
}

export const promiseWording = {
  title: wording.host.promises,
  filters: '哪一些',
  filter: { open: '还没到日子', broken: '过了日子', kept: '办好了', ended: '那户走了' } satisfies Record<
    PromiseStatus,
    string
  >,
  sides: '谁的',
  side: { hub: '我的中心户', branch: '我带的支部' },
  lead: (broken: number, open: number) =>
    broken > 0 ? `有 ${broken} 件过了日子还没办` : open > 0 ? `还有 ${open} 件要办` : '答应的事都办好了',
  empty: {
    open: '没有等着办的。走访时答应的事会在这里。',
    broken: '没有过了日子的。',
    kept: '还没有办好的。',
    ended: '没有。住户注销了，答应他的事会在这里，不用再办。',
  } satisfies Record<PromiseStatus, string>,
  owner: (name: string | null) => (name === null ? '没有人负责' : `${name}负责`),
  keep: '办好了',
  keepTitle: '这件办好了？',
  outcome: '怎么办的',
  outcomeHint: '那一户看得到',
  kept: '好，已经告诉那一户了',
  visit: '看那次走访',
  done: '办的结果',
}

/** The clock of a promise: by when, how late, or when it was done. */
export function promiseLight(
  { status, dueOn, keptOn, late }: Pick<PromiseRow, 'status' | 'dueOn' | 'keptOn' | 'late'>,
  now: Date,
): { kind: LightKind; words: string } {
  if (status === 'kept') {
    const words = `${dayWords(keptOn ?? dueOn)}办好`
    return late ? { kind: 'idle', words: `${words}，晚了` } : { kind: 'go', words }
  }
  if (status === 'ended') return { kind: 'idle', words: '那户走了，不用办' }
  const left = daysBetween(dayKey(now), dueOn)
  if (left < 0) return { kind: 'late', words: `过了 ${-left} 天` }
  if (left === 0) return { kind: 'soon', words: '今天要办' }
  if (left === 1) return { kind: 'soon', words: '明天前' }
  return { kind: 'go', words: `还有 ${left} 天` }
}
