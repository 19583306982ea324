import type { ContactKind, ContactStatus, HubSpecialty } from '../../../types/hub'
import type { LightKind } from '../../components/light'

/** Words of 党员中心户 that several pages of residents share. */

export const kindNames: Record<ContactKind, string> = {
  ask: '问一问',
  suggest: '提建议',
  complain: '反映问题',
  difficulty: '有困难',
  dispute: '邻里纠纷',
  policy: '问政策',
  visit: '请他来',
}

export const specialtyNames: Record<HubSpecialty, string> = {
  policy: '政策',
  mediation: '邻里纠纷',
  medical: '医保看病',
  law: '法律',
  jobs: '找工作',
  repair: '修修补补',
  elders: '照顾老人',
  children: '带孩子',
  newcomers: '新居民的事',
}

/** Where a contact stands, as the light of a row. */
export const statusLights: Record<ContactStatus, { kind: LightKind; words: string }> = {
  asked: { kind: 'soon', words: '等回话' },
  sorted: { kind: 'go', words: '在梳理' },
  discussed: { kind: 'go', words: '在商量' },
  claimed: { kind: 'go', words: '有人在办' },
  answered: { kind: 'soon', words: '回您话了' },
  confirmed: { kind: 'go', words: '办好了' },
  rated: { kind: 'go', words: '评过了' },
  withdrawn: { kind: 'idle', words: '收回了' },
}

export const presenceWording = {
  paused: '暂停接待',
  away: '这几天没人',
  now: '现在有人',
  until: (at: string) => `现在有人，到 ${at}`,
  notNow: '现在没人',
  next: (at: string) => `${at} 起有人`,
  midnight: '24:00',
  speaks: (names: readonly string[]) => `会${names.join('、')}`,
  knows: (names: readonly string[]) => `懂${names.join('、')}`,
  walk: (minutes: number) => `走路 ${minutes} 分钟`,
  far: (metres: number) => `有 ${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} 公里路`,
}

export const hubWording = {
  signIn: '登录',
  needSignIn: '登录后看得到您家的中心户。',
  needSignInFirst: '登录后才看得到。',
  offline: '网断了，连上再看。',
  notFound: '没有找到，可能已经不在了。',
  toHub: '看我的中心户',
  kept: '已保存，联网后自动提交',
  consent: '第一次用，要请您同意隐私保护指引',
  consentBody: '您的门牌和号码，没有您同意谁也看不到。',
  readPrivacy: '看隐私保护指引',
}

export const listWording = {
  title: '附近的中心户',
  all: '全部',
  specialty: '懂什么',
  here: '用我现在的位置',
  hereIs: '按您现在的位置排',
  hereFailed: '没取到位置，先按您的社区看。',
  fromHome: '按离您家多远排',
  fromArea: (name: string) => `${name}的中心户`,
  mine: '您家的',
  home: '您家附近',
  empty: '这里还没有这样的中心户。',
  emptyStep: '看全部',
  map: '中心户在哪里',
  one: (n: number, name: string) => `${n} 号，${name}`,
  closer: '放大',
  farther: '缩小',
  several: (n: number) => `${n} 家`,
  wholeMap: '全图',
  more: (n: number) => `再看 ${n} 家`,
  posts: '身边的党员岗',
  allPosts: '看全部',
  postKinds: { vanguard: '先锋岗', model: '示范区', duty: '责任区' },
}

export const contactsWording = {
  title: '我问过的',
  empty: '您还没有问过中心户。',
  step: '去问一问',
  follow: { helpRequest: '等您去求助', application: '等您去办', activity: '等您去看活动' },
}
