import * as v from 'valibot'
import { line, words } from '../operation'
import { condition, key } from './condition'
import { form } from './form'

/** 事项 serviceItem: everything a county says about one service, as the catalogue imports and exports it. */

export const lifeEvents = [
  'birth',
  'schooling',
  'work',
  'housing',
  'retirement',
  'newcomer',
  'health',
  'hardship',
  'other',
] as const
export type LifeEvent = (typeof lifeEvents)[number]

const days = (most: number) =>
  v.pipe(v.number('请填天数'), v.integer('请填整数'), v.minValue(0, '不能小于 0'), v.maxValue(most, '太长'))

const whole = (missing: string, least: number, most: number) =>
  v.pipe(v.number(missing), v.integer('请填整数'), v.minValue(least, `最少 ${least}`), v.maxValue(most, `最多 ${most}`))

/** 情形引导: one question with visible options. */
export const guidanceQuestion = v.strictObject({
  key,
  question: line(60),
  help: v.optional(line(120)),
  options: v.pipe(
    v.array(v.strictObject({ value: line(40), label: line(40), short: v.optional(line(20)) })),
    v.minLength(2, '至少写两个回答'),
    v.maxLength(8, '最多 8 个回答'),
  ),
  when: v.optional(condition, []),
})

/** 材料 requiredDocument. */
export const requiredDocument = v.strictObject({
  key,
  name: line(60),
  /** `electronic`: a photo or file; `original`: shown at the visit; `copy`: paper handed in; `lookup`: the office looks it up, nothing to hand in. */
  form: v.picklist(['electronic', 'original', 'copy', 'lookup']),
  when: v.optional(condition, []),
  /** 容缺: may follow after acceptance. */
  deferrable: v.optional(v.boolean(), false),
  reusable: v.optional(v.boolean(), false),
  /** Most files (pages) one may hand in. */
  mostFiles: v.optional(whole('请填几张', 1, 20), 6),
  note: v.optional(line(160)),
  whereToGet: v.optional(line(160)),
  /** What a good picture shows, in words that draw the sample: e.g. 身份证人像面，四角都在，字看得清. */
  sample: v.optional(line(160)),
  /** For `lookup`: which office is asked. */
  lookupFrom: v.optional(line(40)),
})
export type RequiredDocument = v.InferOutput<typeof requiredDocument>

export const itemKinds = ['onSpot', 'promised'] as const

/** The whole of an item that residents can apply for. */
export const itemContent = v.strictObject({
  name: line(60, 2),
  department: line(40, 2),
  summary: line(120),
  /** 即办件 on the spot, or 承诺件 with a promised time. */
  kind: v.picklist(itemKinds),
  /** 法定时限, 承诺时限: working days from acceptance to decision. The shorter binds. */
  statutoryLimit: days(180),
  promisedLimit: days(180),
  lifeEvents: v.pipe(v.array(v.picklist(lifeEvents)), v.minLength(1, '至少选一个人生事件')),
  /** Other words people search by. */
  aliases: v.optional(v.array(line(20)), []),
  conditions: v.array(line(160)),
  guidance: v.pipe(v.array(guidanceQuestion), v.maxLength(12, '最多 12 个问题')),
  /** Who cannot apply, and where to go instead. The first that holds speaks. */
  notEligible: v.optional(
    v.array(v.strictObject({ when: v.pipe(condition, v.minLength(1)), why: line(160), goTo: line(160) })),
    [],
  ),
  documents: v.pipe(v.array(requiredDocument), v.maxLength(30, '最多 30 样')),
  form,
  /** Yuan cents; the first whose condition holds, none: free. */
  fees: v.optional(
    v.array(
      v.strictObject({
        when: v.optional(condition, []),
        cents: v.pipe(v.number(), v.integer(), v.minValue(0)),
        words: line(80),
      }),
    ),
    [],
  ),
  /** When somebody must come, once, and why; the first whose condition holds, none: no visit. */
  visits: v.optional(v.array(v.strictObject({ when: v.optional(condition, []), why: line(160) })), []),
  result: v.strictObject({
    name: line(60),
    deliveries: v.pipe(v.array(v.picklist(['electronic', 'post', 'pickUp'])), v.minLength(1, '至少选一种')),
    /** What the person gets out of it, in one sentence: 钱直接打到社保卡. */
    words: v.optional(line(120)),
  }),
  legalBasis: v.pipe(
    v.array(v.strictObject({ title: line(120), article: v.optional(line(60)), words: v.optional(words(400)) })),
    v.minLength(1, '至少写一条依据'),
  ),
  window: v.strictObject({ place: line(80), hours: line(80), phone: line(40) }),
  /** 并联审批: departments that give an opinion besides the deciding one, at the same time. */
  reviews: v.optional(
    v.pipe(v.array(v.strictObject({ key, department: line(40) })), v.maxLength(6, '最多 6 个部门')),
    [],
  ),
  /** Working days an applicant gets to correct, and to supply what may follow later. */
  correctionDays: v.optional(days(60), 15),
  deferDays: v.optional(days(60), 15),
  /** Months the documents are kept after the end. */
  retentionMonths: v.optional(whole('请填几个月', 1, 600), 24),
})
export type ItemContent = v.InferOutput<typeof itemContent>

/** An item that is being worked on: name and department, and whatever else is there already. */
export const itemDraft = v.strictObject({
  ...v.partial(itemContent).entries,
  name: itemContent.entries.name,
  department: itemContent.entries.department,
})
export type ItemDraft = v.InferOutput<typeof itemDraft>

/** Code of an item: capital letters, digits and dashes, unique in the county. */
export const itemCode = v.pipe(
  v.string('事项编码不对'),
  v.regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/, '事项编码用大写字母、数字和短横线'),
)

/** What lists often have only: enough to be found, not to be applied for. */
export const itemStub = v.object({ code: itemCode, name: line(60, 2), department: line(40, 2) })
