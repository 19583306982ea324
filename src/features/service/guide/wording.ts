import type { ItemDetail, NeededDocument, Outcome } from '../shapes'

/** Words of the guide to one item: questions and what they lead to. */
export const guideWording = {
  title: '办事指引',
  ask: '先问您几句',
  askNote: '答完就知道要不要跑、要带什么、几天办好。',
  step: (n: number, of: number) => `第 ${n} 问，共 ${of} 问`,
  back: '上一问',
  see: '看看怎么办',
  answerAll: (n: number) => `还有 ${n} 问没答`,
  because: '因为您说',
  change: '改一改',
  helpMe: '请人帮我办',
  start: '开始办',
  goOn: '接着填',
  kept: (at: string) => `${at} 填到一半，都还在。`,
  notEligible: '这样还办不了',
  goTo: '可以这样',
  answer: (visits: 0 | 1) => (visits === 0 ? '您不用跑' : '跑一次就行'),
  online: '在手机上就能办完',
  numbers: { visits: '要跑', days: '最晚办好', fee: '收费' },
  times: '次',
  workingDays: '个工作日',
  sameDay: '当天',
  yuan: '元',
  nothingToPrepare: '什么都不用准备',
  prepare: (n: number) => `只要准备 ${n} 样`,
  ofAll: (all: number, not: number) => (not === 0 ? `共 ${all} 样` : `共 ${all} 样，${not} 样不用交`),
  sample: '看样图',
  where: '去哪办',
  more: '办理条件、依据哪条规定',
  moreTitle: '条件和依据',
  conditions: '什么人能办',
  basis: '依据',
  limits: '时限',
  statutory: (n: number) => `法律规定 ${n} 个工作日`,
  promised: (n: number) => `我们承诺 ${n} 个工作日`,
  window: '窗口',
  result: '办好给您什么',
  callWindow: (phone: string) => `打电话问 ${phone}`,
  notOpen: '这件事手机上还不能办，先打电话问。',
  wrongAnswer: '问题有变动，请重新答一遍。',
  whereToGet: '在哪里拿',
  sampleTitle: '拍成这样就行',
  noSample: '四角都在，字看得清。',
  helpAsk: '请人帮办，要先登录。',
}

/** What the answer means, in one sentence under it. */
export function outcomeSentence(outcome: Outcome): string {
  if (outcome.visits === 1) return outcome.visitWhy ?? ''
  return outcome.resultWords
    ? `${guideWording.online}，${outcome.resultWords.replace(/[。.]$/, '')}。`
    : `${guideWording.online}。`
}

/** What to do about one document, in one line. */
export function documentNote(doc: NeededDocument): string {
  if (doc.form === 'lookup') return `我们向${doc.lookupFrom ?? '主管部门'}查，不用交`
  const how = {
    electronic: doc.note ?? '拍张照片就行',
    original: doc.note ?? '来的时候带上原件',
    copy: doc.note ?? '来的时候带一份复印件',
  }[doc.form]
  return doc.deferrable ? `${how.replace(/[。.]$/, '')}，暂时没有可以后补` : how
}

/** A fee without needless zeros: 0, 5, 12.5. */
export const yuan = (cents: number) => String(Math.round(cents) / 100)

export const limitWords = (item: ItemDetail): string[] => [
  ...(item.statutoryLimit === null ? [] : [guideWording.statutory(item.statutoryLimit)]),
  ...(item.promisedLimit === null ? [] : [guideWording.promised(item.promisedLimit)]),
]
