import { fullTime } from '../../../platform/dates'
import type { Part, WeightPath } from './form'

/** Words of the points of a match. */
export const weightsWording = {
  title: '权重设置',
  order: '系统怎么挑人',
  steps: [
    ['先帮到最多的人', '能帮到几件就帮到几件，急的先算。一件顶几件，看下面「多急」。'],
    ['再看合适', '帮到的一样多，才比得分：老乡、方言、远近、本事。得分只管这一件事，不给人排名。'],
    ['再看谁帮得少', '前两样都一样，就让最近帮得少的去，别总累着几个人。'],
  ] as const,
  more: '看完整的说明',
  readOnly: '只有县管理员能改，您可以看。',
  parts: {
    urgency: '多急（一件顶几件）',
    home: '老乡和方言',
    near: '远近',
    skill: '本事和交情',
    fair: '别总累着几个人',
    wish: '居民说「最好」的',
  } satisfies Record<Part, string>,
  why: '为什么改',
  whyHint: '比如：老人听不懂普通话，方言更要紧',
  whyNote: '谁、什么时候、为什么改，都留着，谁都看得到。',
  save: '存好，从下一次开始算',
  unchanged: '没有改动',
  mistakes: (n: number) => `还有 ${n} 处要改`,
  saved: '存好了，从下一次开始按新的算',
  history: '改过的',
  noHistory: '还没改过，用的是一开始定的。',
  change: (name: string, from: number, to: number) => `${name}：${from} → ${to}`,
  by: (at: Date, name: string | null) => `${fullTime(at)} · ${name ?? '系统'}`,
  same: '和前一次一样',
}

export const weightNames: Record<WeightPath, { name: string; why: string }> = {
  'urgency.now': { name: '马上', why: '一件马上要的，顶这么多件不急的。' },
  'urgency.today': { name: '今天', why: '' },
  'urgency.thisWeek': { name: '这周', why: '' },
  'urgency.planned': { name: '不急', why: '' },
  'home.village': { name: '同村', why: '只算最近的一级，不加在一起。' },
  'home.township': { name: '同乡镇', why: '' },
  'home.county': { name: '同县', why: '' },
  'home.city': { name: '同市', why: '' },
  'home.province': { name: '同省', why: '' },
  dialect: { name: '说一样的方言', why: '' },
  near: { name: '就住隔壁', why: '越远分越少，到旁边这个距离为止。' },
  farMetres: { name: '多远就没有分（米）', why: '按走的路算。' },
  skillLevel: { name: '本事每高一级', why: '会、熟练、行家三级。' },
  servedWell: { name: '以前帮过这家，办得好', why: '' },
  answers: { name: '问了都有回话', why: '说去不了也算回话，不扣分。' },
  sameSex: { name: '同性别', why: '只在居民希望时算。' },
  rested: { name: '最近没帮过', why: '帮得越多分越少，到旁边这个次数为止。' },
  restedAfter: { name: '帮了几次就没有分（次）', why: '' },
  wished: { name: '算几倍', why: '居民说「最好是老乡」，老乡的分就乘这个数。' },
}
