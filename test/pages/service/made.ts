import * as v from 'valibot'
import type { application } from '../../../types/application'
import { applicationDetail } from '../../../types/application'
import type { Guide } from '../../../types/catalogue'
import { guide, itemDetail } from '../../../types/catalogue/views'
import type { OutputOf } from '../../../types/operation'
import { untouchedCase } from '../whole-case'

/** Valid answers of the cloud about a service; tests state what matters to them. */

export type Detail = OutputOf<(typeof application)['detail']>
type Item = v.InferOutput<typeof itemDetail>
type Outcome = NonNullable<Guide['outcome']>
type NeededDocument = Outcome['documents'][number]

export const itemOf = (changes: Partial<Item> = {}): Item =>
  v.parse(itemDetail, {
    itemId: 1,
    code: 'MZ-01',
    name: '高龄津贴',
    department: '民政局',
    summary: '八十岁以上的老人每月有津贴。',
    lifeEvents: ['retirement'],
    canApply: true,
    leastVisits: 0,
    promisedLimit: 3,
    phone: '0571-8888001',
    version: 2,
    kind: 'promised',
    statutoryLimit: 20,
    conditions: ['年满 80 周岁'],
    legalBasis: [{ title: '浙江省老年人权益保障条例', article: '第三十条' }],
    window: { place: '政务服务中心', hours: '工作日 8:30—17:00', phone: '0571-8888001' },
    result: { name: '高龄津贴', words: '钱直接打到社保卡', deliveries: ['electronic', 'pickUp'] },
    asks: true,
    ...changes,
  })

export const documentOf = (changes: Partial<NeededDocument> = {}): NeededDocument => ({
  key: 'card',
  name: '社保卡照片',
  form: 'electronic',
  deferrable: false,
  reusable: false,
  mostFiles: 2,
  note: null,
  whereToGet: null,
  sample: null,
  lookupFrom: null,
  ...changes,
})

export const outcomeOf = (changes: Partial<Outcome> = {}): Outcome => ({
  eligible: true,
  why: null,
  goTo: null,
  visits: 0,
  visitWhy: null,
  limit: 3,
  kind: 'promised',
  fee: { cents: 0, words: '' },
  documents: [documentOf(), documentOf({ key: 'home', name: '户口信息', form: 'lookup', lookupFrom: '公安' })],
  form: {
    type: 'object',
    properties: {
      name: { type: 'string', title: '老人姓名', minLength: 2 },
      phone: { type: 'string', title: '联系电话', format: 'phone' },
    },
    required: ['name', 'phone'],
  },
  deliveries: ['electronic'],
  resultName: '高龄津贴',
  resultWords: '钱直接打到社保卡',
  ...changes,
})

const questions = [
  {
    key: 'age',
    question: '老人多大年纪？',
    options: [
      { value: 'under', label: '不到 80 岁' },
      { value: 'over', label: '80 岁以上', short: '80 岁以上' },
    ],
  },
  {
    key: 'home',
    question: '户口在哪里？',
    options: [
      { value: 'here', label: '在云溪县' },
      { value: 'away', label: '在外地' },
    ],
  },
]

/** The guidance of the cloud: both questions, and what comes out of them. */
export function guideOf(answers: Record<string, string>, outcome: Partial<Outcome> = {}): Guide {
  const refused = answers.home === 'away'
  const done = refused || questions.every(({ key }) => key in answers)
  return v.parse(guide, {
    itemId: 1,
    version: 2,
    questions: questions.map((q) => ({ ...q, answer: answers[q.key] ?? null })),
    outcome: done
      ? outcomeOf(
          refused ? { eligible: false, why: '津贴由户口所在地发。', goTo: '请到户口所在地的民政局办。' } : outcome,
        )
      : null,
  })
}

/** An application under review, as its applicant sees it. */
export const detailOf = (changes: Partial<Detail> = {}): Detail =>
  v.parse(applicationDetail, {
    applicationId: 7,
    number: '990101001001202611260001',
    itemCode: 'MZ-01',
    itemName: '高龄津贴',
    status: 'inReview',
    applicantName: '王秀兰',
    ownerName: '赵明',
    department: '民政局',
    clock: {
      light: 'go',
      kind: 'decision',
      deadlineAt: new Date('2026-11-30T17:00:00+08:00'),
      daysLeft: 2,
      pausedFor: null,
    },
    submittedAt: new Date('2026-11-20T10:00:00+08:00'),
    changedAt: new Date('2026-11-24T10:00:00+08:00'),
    visits: 0,
    version: 3,
    itemVersion: 2,
    answers: { age: 'over', home: 'here' },
    answersInWords: ['80 岁以上', '在云溪县'],
    form: outcomeOf().form,
    values: { name: '李奶奶', phone: '13800000000' },
    ...untouchedCase,
    savedAt: null,
    rating: null,
    help: { phone: '0571-8888001', place: '政务服务中心', hours: '工作日 8:30—17:00' },
    apology: null,
    allowedActions: [],
    ...changes,
  })
