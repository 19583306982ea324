import type { BranchPost, MeetingAnswer, MeetingAttendance, MeetingKind } from '../../../../types/hub'
import type { LightKind } from '../../../components/light'
import { shortDay } from '../../../platform/dates'
import type { MeetingRow, OwedMeeting } from '../shapes'

export const postNames: Record<BranchPost, string> = { secretary: '书记', committee: '支委', member: '党员' }
export const answerNames: Record<MeetingAnswer, string> = { coming: '我来', remote: '线上参加', leave: '请假' }
export const attendedNames: Record<MeetingAttendance, string> = { present: '到场', remote: '线上', absent: '没来' }

export const saidLights: Record<MeetingAnswer, { kind: LightKind; words: string }> = {
  coming: { kind: 'go', words: '说了来' },
  remote: { kind: 'go', words: '说了线上' },
  leave: { kind: 'idle', words: '请假' },
}
export const attendedLights: Record<MeetingAttendance, { kind: LightKind; words: string }> = {
  present: { kind: 'go', words: '到场' },
  remote: { kind: 'go', words: '线上' },
  absent: { kind: 'idle', words: '没来' },
}

/** Where a meeting stands for me. */
export function meetingLight(
  m: Pick<MeetingRow, 'status' | 'forMe' | 'mySaid' | 'myAttended' | 'startsAt'>,
  now: Date,
) {
  if (m.status === 'cancelled') return { kind: 'idle' as const, words: '不开了' }
  if (m.status === 'held')
    return m.myAttended ? attendedLights[m.myAttended] : { kind: 'idle' as const, words: '开过了' }
  if (m.startsAt <= now) return { kind: 'soon' as const, words: '等记录' }
  if (!m.forMe) return { kind: 'idle' as const, words: '支委参加' }
  return m.mySaid ? saidLights[m.mySaid] : { kind: 'soon' as const, words: '您来不来' }
}

const periods = { month: '每月一次', quarter: '每季度一次', year: '每年一次' } as const
/** What is owed of a kind, as a light. */
export function owedLight(owed: OwedMeeting): { kind: LightKind; words: string } {
  if (owed.overdue) return { kind: 'late', words: `已经漏了 ${owed.missed} 次` }
  return { kind: 'go', words: `${shortDay(owed.dueOn)}前开一次就好` }
}
export const owedNote = (owed: OwedMeeting): string =>
  [
    periods[owed.period],
    owed.lastOn ? `上次 ${shortDay(owed.lastOn)}` : '还没开过',
    owed.plannedOn && `已定 ${shortDay(owed.plannedOn)}`,
  ]
    .filter(Boolean)
    .join(' · ')

export const lifeWording = {
  title: '支部生活',
  lead: (branch: string) => branch,
  secretary: (name: string) => `书记 ${name}`,
  floating: '流动党员，可以线上参加',
  owed: '该开的会',
  owedGood: '都按时开了。',
  coming: '接下来',
  past: '开过的',
  none: '还没有定下来的会。',
  plan: '定一个会',
  answer: '您来不来',
  remote: '怎么线上参加',
  agenda: '说什么事',
  reasonTitle: '请假',
  reasonLabel: '为什么请假',
  reasonHint: '书记和支委会看到',
  reasonSend: '请假',
  answered: '说好了',
  people: (n: number) => `应到 ${n} 人`,
  summary: '会议记录',
  files: '记录文件',
  because: (reason: string) => `原因：${reason}`,
  change: '改一改',
  cancel: '不开了',
  record: '记会议',
  recordAgain: '补改记录',
  cancelTitle: '为什么不开了',
  cancelLabel: '原因',
  cancelHint: '大家都会收到',
  cancelled: '告诉大家了',
  file: (name: string) => `打开 ${name}`,
  visibleTo: '只有本支部的人看得到。',
} as const

export const planWording = {
  title: '定一个会',
  changeTitle: '改会议',
  kind: '什么会',
  name: '会议名称',
  nameHint: '比如：十二月党员大会',
  day: '哪天',
  from: '从几点',
  until: '到几点',
  place: '在哪里',
  placeHint: '比如：社区二楼会议室',
  remote: '怎么线上参加（流动党员用）',
  remoteHint: '比如：腾讯会议号',
  agenda: '说什么事',
  save: '定下来，告诉大家',
  saved: '定下来了，已经告诉大家',
  problems: { kind: '选一种会', name: '至少 2 个字', time: '选好哪天、几点到几点', place: '至少 2 个字' },
} as const

export const recordWording = {
  title: '记会议',
  lead: '每个人都记一笔，会议记录附上文件。',
  attendance: '谁来了',
  allHere: '说了来的都到了',
  summary: '会议记录',
  summaryHint: '学了什么、议了什么、定了什么',
  files: '记录文件（可不填）',
  filesHint: '签到表、会议记录、照片',
  reason: (words: string) => `请假：${words}`,
  save: '记下来',
  saved: '记下来了',
  problems: { attendance: (n: number) => `还有 ${n} 人没有记`, summary: '写几句会议记录' },
} as const

export const membersWording = {
  title: '支部党员',
  count: (n: number) => `${n} 人`,
  only: '名单只有本支部的人看得到。',
  since: (day: string) => `${day}来`,
  floating: '流动党员',
  add: '加一个人',
  addTitle: '加一个人',
  phone: '手机号',
  phoneHint: '要先在这里登录过、绑定过手机号，社区给过党员身份',
  post: '在支部里',
  floatingLabel: '流动党员',
  floatingHint: '在外地，可以线上参加',
  sinceOn: '从哪天起',
  addSend: '加进来',
  added: '加进来了',
  points: '看积分',
  give: '记一条积分',
  save: '改好了',
  saved: '改好了',
  leave: '离开支部了',
  leaveAsk: (name: string) => `${name}从今天起不在这个支部，支部的会和名单都看不到了。`,
  leaveYes: '离开了',
  left: '不在名单里了',
  phoneWrong: '填 11 位手机号',
} as const

export const branchesWording = {
  title: '党支部',
  lead: '社区定有哪些支部、谁当书记；支部里有谁，只有支部自己看得到。',
  empty: '这里还没有支部。',
  row: (secretary: string | null, members: number) => `书记 ${secretary ?? '还没有定'} · ${members} 人`,
  add: '建一个支部',
  addTitle: '建一个支部',
  changeTitle: '改支部',
  name: '支部名称',
  nameHint: '比如：柳桥社区第一党支部',
  area: '在哪个社区',
  phone: '书记的手机号',
  phoneKeep: (name: string) => `现在是 ${name}，换人才填`,
  find: '书记要先登录过、绑定过手机号，有这里的党员身份',
  noSuchPhone: '没有绑定过这个号码的人',
  committee: '有支委会',
  committeeHint: '正式党员七人以上的支部设支委会',
  groups: '有党小组',
  groupsHint: '没有就不算党小组会',
  founded: '哪天成立',
  save: '定下来',
  saved: '定下来了',
  close: '撤掉这个支部',
  closeTitle: '为什么撤掉',
  closeLabel: '原因',
  closeHint: '名单里的人就不在任何支部了，开过的会都留着',
  closed: '撤掉了',
  problems: { name: '至少 2 个字', area: '选一个社区', phone: '填 11 位手机号', founded: '选一天' },
} as const

export const kindOptions = (names: Record<MeetingKind, string>, has: { committee: boolean; groups: boolean }) =>
  (Object.keys(names) as MeetingKind[])
    .filter((kind) => (kind !== 'committee' || has.committee) && (kind !== 'group' || has.groups))
    .map((value) => ({ value, words: names[value] }))
