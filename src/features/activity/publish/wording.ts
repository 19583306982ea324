import type { activity } from '../../../../types/activity'
import type { RefusalOf } from '../../../../types/operation'
import { clock } from '../../../platform/dates'
import { activityStatusNames } from '../wording'

type Op<V extends keyof typeof activity> = (typeof activity)[V]
export type EditRefusal =
  | RefusalOf<Op<'edit'>>
  | RefusalOf<Op<'draft'>>
  | RefusalOf<Op<'submit'>>
  | RefusalOf<Op<'renewInvitation'>>

/** Words of proposing and changing an activity. */
export const publishWording = {
  title: '办一场活动',
  editTitle: '修改活动',
  parts: { about: '是什么', when: '什么时候', where: '在哪里', who: '谁来', questions: '报名时问什么', host: '找谁' },
  kind: '什么活动',
  name: '名称',
  nameHint: '一句话说清楚，例如：冬日茶话会',
  body: '说明',
  bodyHint: '要带什么、做什么，像跟邻居说话一样写',
  day: '哪天',
  from: '几点开始',
  until: '几点结束',
  chooseDay: '选日期',
  chooseTime: '选时间',
  nextDay: '到第二天',
  closesBefore: '报名截止',
  cancelBefore: '最晚什么时候能退',
  before: (minutes: number) => {
    if (minutes === 0) return '开始时'
    if (minutes < 0) return '开始以后'
    return minutes % 1440 === 0 ? `提前 ${minutes / 1440} 天` : `提前 ${Math.round(minutes / 6) / 10} 小时`
  },
  area: '哪个社区',
  placeName: '地点',
  placeHint: '例如：社区客厅',
  address: '门牌',
  access: '进出方便吗',
  accessHint: '例如：门口没有台阶',
  limited: '限人数',
  capacity: '名额',
  groups: '分组留名额',
  groupsHint: '例如：老人 10 个，儿童 10 个',
  groupName: '哪些人',
  groupSeats: '几个',
  addGroup: '加一组',
  removeGroup: (name: string) => `去掉「${name || '这一组'}」`,
  sumFits: (sum: number) => `各组加起来 ${sum} 个，正好`,
  sumDiffers: (sum: number, capacity: number) =>
    sum < capacity
      ? `各组加起来 ${sum} 个，还有 ${capacity - sum} 个没分`
      : `各组加起来 ${sum} 个，多了 ${sum - capacity} 个`,
  takeSum: (sum: number) => `名额改成 ${sum}`,
  waitlist: '满了可以候补',
  maxParty: '一次最多报几人',
  join: '谁可以来',
  inviteNote: '发布后，在活动里点「请人来」，把邀请发给您想请的人。',
  needsApproval: '报名要我同意',
  showUpFirst: '守约优先',
  showUpHint: '90 天内三次没来的，候补排在别人后面',
  noQuestions: '不用问就不问，报名更快。',
  addQuestion: '加一个问题',
  editQuestion: '改问题',
  question: '问什么',
  questionHint: '例如：有忌口吗',
  questionType: '怎么答',
  questionTypes: { text: '写几个字', choice: '选一个', number: '填数字' },
  required: '一定要答',
  requiredShort: '必答',
  optionalShort: '可不答',
  choice: (n: number) => `选项 ${n}`,
  addChoice: '加一个选项',
  removeChoice: (n: number) => `去掉选项 ${n}`,
  choicesRepeat: '有两个选项一样',
  questionDone: '好了',
  removeQuestion: '不问了',
  host: '主办',
  contact: '联系人',
  phone: '联系电话',
  phoneHint: '留了电话，不会用手机的邻居可以打电话报名',
  repeat: '重复',
  repeats: { none: '不重复', week: '每周', month: '每月' },
  times: '一共几次',
  scope: '改哪些',
  scopes: { one: '只改这一场', following: '这一场和以后的' },
  needDay: '请选日期',
  needFrom: '请选开始时间',
  needUntil: '请选结束时间',
  needArea: '请选社区',
  savedAt: (at: Date) => `${clock(at)} 已存在这台手机上`,
  preview: '看看样子',
  mistakes: (n: number) => `还有 ${n} 处要改，标红的就是`,
  needSignIn: '登录后就能办活动。',
  previewTitle: '居民看到的样子',
  previewNote: '还没发出去，只有您看得到。',
  previewForm: '报名时要填的',
  previewNothing: '点一下就报上了，什么都不用填。',
  backToWrite: '回去改',
  save: '存草稿',
  submit: '提交审批',
  publishNow: '直接发布',
  update: '保存修改',
  promise: '社区 1 个工作日内审批，结果发消息告诉您。',
  series: (n: number, every: 'week' | 'month') =>
    `一共 ${n} 场，${every === 'week' ? '每周' : '每月'}一场，报名各报各的。`,
  consentTitle: '先看看隐私保护指引',
  consentBody: '办活动要写下联系人和电话，所有看活动的人都看得到。',
  agree: '同意并提交',
  saved: '草稿存好了，在「我办的活动」里',
  submitted: '交上去了，等社区审批',
  published: '发布了',
  updated: '改好了',
}

/** Every refusal of making and changing an activity. */
export function editRefusal(r: EditRefusal): string {
  switch (r.reason) {
    case 'inThePast':
      return '开始时间已经过了'
    case 'endsBeforeItStarts':
      return '结束时间要晚于开始时间'
    case 'tooLong':
      return `最长 ${r.mostDays} 天`
    case 'signUpWindowWrong':
      return '报名时间不对：要先开始再截止，截止不晚于结束'
    case 'cancelUntilWrong':
      return '退出截止要早于开始'
    case 'groupNamesRepeat':
      return '组别名字重复了'
    case 'questionKeysRepeat':
      return '问题重复了'
    case 'capacityUnlikeGroups':
      return `各组加起来是 ${r.sum} 人，和总人数不一样`
    case 'consentNeeded':
      return '要先同意隐私保护指引'
    case 'noSuchArea':
      return '没有这个社区'
    case 'wordsRefused':
      return '文字没有通过内容检查，请换个说法'
    case 'changedMeanwhile':
      return '别人刚刚改过，请看过新内容再改'
    case 'belowConfirmed':
      return `已经报上 ${r.confirmed} 人，名额不能比这少`
    case 'groupStillUsed':
      return `「${r.groupName}」组已有人报名，不能去掉`
    case 'notByInvitation':
      return '这场不用邀请，谁都可以报名'
    case 'alreadyOver':
      return '活动已经结束或取消了'
    case 'wrongStatus':
      return `现在的状态是「${activityStatusNames[r.status]}」，不能这样做`
  }
}
