import type {
  ActivityKind,
  ActivityRow,
  ActivityStatus,
  JoinRule,
  SignUpStatus,
  SignUpView,
} from '../../../types/activity'
import type { LightKind } from '../../components/light'
import { clock, fullTime, nearTime } from '../../platform/dates'

/** Words of 邻里活动 that several pages share, and those of the lists, the detail, the check-in and the organiser. */

export const kindNames: Record<ActivityKind, string> = {
  tea: '茶话会',
  song: '歌会',
  flower: '插花',
  photo: '随手拍',
  reading: '理论导读',
  service: '志愿服务',
  culture: '文化',
  other: '其他',
}
export const joinNames: Record<JoinRule, string> = {
  everyone: '谁都可以',
  community: '只限本社区',
  volunteers: '只限志愿者',
  invited: '凭邀请码',
}
export const activityStatusNames: Record<ActivityStatus, string> = {
  draft: '草稿',
  submitted: '等审批',
  published: '报名中',
  ended: '已结束',
  cancelled: '已取消',
}
export const signUpStatusNames: Record<SignUpStatus, string> = {
  requested: '等主办方同意',
  confirmed: '已报上名',
  waitlisted: '候补',
  checkedIn: '已签到',
  checkedOut: '已签退',
  cancelled: '已退',
  noShow: '没来',
  rejected: '没通过',
}

/** My state in one light. */
export function signUpLight(s: SignUpView, now: Date): { kind: LightKind; words: string } {
  if (s.answerBy) return { kind: 'soon', words: `${nearTime(s.answerBy, now)} 前回复` }
  if (s.status === 'waitlisted') return { kind: 'idle', words: `候补第 ${s.position} 位` }
  if (s.status === 'confirmed' || s.status === 'checkedIn' || s.status === 'checkedOut')
    return { kind: 'go', words: signUpStatusNames[s.status] }
  if (s.status === 'noShow' || s.status === 'rejected') return { kind: 'late', words: signUpStatusNames[s.status] }
  return { kind: 'idle', words: signUpStatusNames[s.status] }
}

/** Seats in the words of a list. */
export function seatWords(a: Pick<ActivityRow, 'capacity' | 'taken' | 'waiting'>): string {
  if (a.capacity === null) return '不限人数'
  const free = a.capacity - a.taken
  if (free > 0) return `还剩 ${free} 个名额`
  return a.waiting > 0 ? `已满，${a.waiting} 家候补` : '已满，可以候补'
}

export const wording = {
  all: '全部',
  list: {
    title: '邻里活动',
    calendar: '日历',
    list: '列表',
    empty: '这里还没有活动。',
    emptyStep: '我来办一个',
    emptyDay: '这天没有活动。',
    see: '看全部日期',
    organise: '我办的活动',
  },
  detail: {
    title: '活动',
    host: (host: string) => `${host} 主办`,
    cancelUntil: (words: string) => `${words} 前可以退，退了不影响下次`,
    walk: (minutes: number) => `从您家走路 ${minutes} 分钟`,
    map: '看地图',
    ask: '打电话',
    noAccount: (name: string) => `不会报名？打电话请${name}帮您报`,
    free: (n: number) => `还剩 ${n} 个名额`,
    full: '名额满了',
    unlimited: '不限人数，来了就行',
    counted: (all: number, taken: number) => `共 ${all} 个，已报 ${taken} 个`,
    waitlist: '满了可以候补，有人退就按先后补上。',
    noWaitlist: '满了就不能再报了。',
    signUp: '我要报名',
    joinWaitlist: '排队候补',
    forOthers: '替别人报名',
    share: '请邻居来',
    calendar: '加到日历',
    organiser: '去管理',
    approve: '去审批',
    ratings: (average: number, count: number) => `${average} 分 · ${count} 人评价`,
    noRatings: '还没有人评价。',
    seeRatings: '看评价',
    submit: '提交审批',
    submitted: '交上去了，等社区审批',
    published: '发布了',
    invited: '您收到了主办方的邀请，可以报名。',
    needInvitation: '这场凭邀请报名。没有邀请的话，问问联系人。',
    joins: { community: '只请本社区的邻居', volunteers: '只请志愿者', invited: '凭主办方的邀请报名' },
    joinTitle: '谁可以来',
    opensAt: (at: Date) => `${fullTime(at)} 开始报名`,
    closed: '报名已截止',
    cancelled: '活动取消了',
    ended: '活动结束了',
    checkIn: '去签到',
    checkOut: '去签退',
    rate: '去评价',
    code: '我的签到码',
    codeHint: '到了给主办方看这个码，也可以扫现场的二维码。',
    leave: '退出报名',
    leaveWaitlist: '不等了，退出候补',
    leaveSure: (title: string) => `退出「${title}」吗？名额会马上给排队的邻居。`,
    leaveLate: (at: Date) => `${fullTime(at)} 之后不能退了，请打电话说一声`,
    left: '已经退了',
    accept: '我去',
    decline: '不去了',
    promoted: '轮到您了，去不去？',
    promotedNote: (at: string) => `${at} 前回一声，没回就问下一家`,
    declineSure: '不去的话，名额会给下一家。不用说理由。',
    album: '现场照片',
    photo: (caption: string) => (caption ? `看大图：${caption}` : '看大图'),
    photoInReview: '检查后给大家看',
    photoHidden: (reason: string) => `没贴：${reason}`,
    notFound: '没有找到这场活动，可能已经撤下了。',
  },
  result: {
    title: '报名结果',
    party: (n: number) => `您报 ${n} 人`,
    confirmed: '报上了',
    confirmedNote: '到时候见。',
    requested: '已经交上去了',
    requestedNote: '主办方同意后发消息告诉您。',
    waiting: (n: number) => `还没报上，您排第 ${n} 位`,
    ahead: (parties: number, people: number) =>
      parties === 0 ? '前面没有人，有人退就轮到您' : `前面有 ${parties} 家，共 ${people} 个人在等`,
    fair: '有人退，马上按先后补',
    fairNote: '谁也插不了队，也不保证一定轮到您。',
    told: '轮到您，发消息告诉您',
    toldNote: (minutes: number) =>
      `${minutes >= 120 ? `${Math.round(minutes / 60)} 小时` : `${minutes} 分钟`}内回一声，没回就问下一家。`,
    until: (at: string) => `${at} 出结果`,
    untilNote: '到点没轮到，也发消息告诉您。',
    else: '不想等？这场还有名额',
    notify: '轮到我时，发消息给我',
    notified: '好的，轮到您时发消息',
    see: '看活动',
    kept: '已经替您记下',
    keptNote: '网断了。您填的都在，联网后自动提交，不会报两次。',
  },
  checkIn: {
    title: '签到',
    show: '给主办方看',
    scan: '扫现场的码',
    typed: '或者输入屏幕上的码',
    enter: '签到',
    done: '签到好了',
    out: (minutes: number | null) => (minutes === null ? '签退好了' : `签退好了，一共 ${minutes} 分钟`),
    refusals: {
      codeExpired: '码过期了，请对着屏幕再扫一次',
      notSignedUp: '您没有报这场',
      notNow: '还没到签到时间',
      tooManyToday: '今天签到次数够了',
      stillWaiting: '您还在候补，没有名额',
    },
  },
  managed: { title: '我办的活动', create: '办一场活动', empty: '您还没有办过活动。', sentBack: '退回修改' },
  party: (n: number) => `${n} 人`,
  offline: '网断了，连上再看。',
  signIn: '先登录',
}

/** What stands under an activity in a list: time, walk, seats. */
export const rowNote = (a: ActivityRow, walk: number | undefined) =>
  [clock(a.startsAt), walk === undefined ? a.areaName : `走路 ${walk} 分钟`, seatWords(a)].join(' · ')
