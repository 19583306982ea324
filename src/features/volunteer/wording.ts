import type { HelpKind, HelpStatus } from '../../../types/volunteer'
import type { IconName } from '../../components/icon'
import type { LightKind } from '../../components/light'

/** Words of 志愿匹配 that several pages share. */

export const kindNames: Record<HelpKind, string> = {
  escort: '陪去看病',
  errand: '代买代取',
  lift: '搬抬东西',
  repair: '修水管家具',
  electric: '修电路插座',
  phone: '教用手机',
  company: '陪聊做伴',
  care: '临时照看',
  health: '量血压看药单',
  law: '问法律',
  interpret: '方言翻译',
  paperwork: '填表写信',
  study: '辅导功课',
  work: '找工作',
  mediation: '劝架调解',
  other: '别的忙',
}

/** The thing to do, said to the one who is helped (`whom` 您) or of somebody else. */
export const kindDeeds: Record<HelpKind, (whom: string) => string> = {
  escort: (whom) => `陪${whom}去看病`,
  errand: (whom) => `帮${whom}买东西、取东西`,
  lift: (whom) => `帮${whom}搬东西`,
  repair: (whom) => `帮${whom}修东西`,
  electric: (whom) => `帮${whom}修电路`,
  phone: (whom) => `教${whom}用手机`,
  company: (whom) => `来陪${whom}说说话`,
  care: (whom) => `来帮${whom}照看`,
  health: (whom) => `给${whom}量血压、看药单`,
  law: (whom) => `给${whom}讲讲法律`,
  interpret: (whom) => `给${whom}当翻译`,
  paperwork: (whom) => `帮${whom}填表写信`,
  study: (whom) => `来帮${whom}辅导功课`,
  work: (whom) => `帮${whom}找工作`,
  mediation: (whom) => `来帮${whom}劝和`,
  other: (whom) => `来帮${whom}`,
}

export const kindIcons: Record<HelpKind, IconName> = {
  escort: 'walk',
  errand: 'bag',
  lift: 'box',
  repair: 'wrench',
  electric: 'plug',
  phone: 'mobile',
  company: 'cup',
  care: 'child',
  health: 'pulse',
  law: 'scale',
  interpret: 'translate',
  paperwork: 'edit',
  study: 'book',
  work: 'briefcase',
  mediation: 'handshake',
  other: 'hand',
}

/** Where a request stands, as the light of a row. */
export const statusLights: Record<HelpStatus, { kind: LightKind; words: string }> = {
  open: { kind: 'soon', words: '社区在安排' },
  matching: { kind: 'soon', words: '正在找人' },
  offered: { kind: 'soon', words: '正在问邻居' },
  assigned: { kind: 'go', words: '有人接了' },
  inService: { kind: 'go', words: '正在帮' },
  done: { kind: 'soon', words: '办完了，等您说一声' },
  confirmed: { kind: 'go', words: '办完了' },
  rated: { kind: 'go', words: '评过了' },
  cancelled: { kind: 'idle', words: '不用了' },
  unmet: { kind: 'late', words: '暂时没人能来' },
}

export const wording = {
  offline: '网断了，连上再看。',
  notFound: '没有找到这件事。',
  signIn: '登录',
  waiting: '已保存，联网后自动提交',
  list: {
    title: '我的求助',
    empty: '您还没有请人帮过忙。',
    step: '请人帮个忙',
    needSignIn: '登录后看到您的求助。',
    forSomebody: (name: string) => `给${name}`,
    coming: (n: number, all: number) => `${n} 人来，还差 ${all - n} 人`,
  },
}
