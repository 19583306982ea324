import type { ItemContent } from '../../types/catalogue'
import type { TestCloud, TestPerson } from '../cloud'

/** A valid service item: one question that decides about a visit, one photo, one original, one paper that may follow later. Tests state only what matters. */
export function itemOf(changes: Partial<ItemContent> = {}): ItemContent {
  return {
    name: '小餐饮店登记',
    department: '县市场监管局',
    summary: '开小面馆、小吃店先登记。',
    kind: 'promised',
    statutoryLimit: 20,
    promisedLimit: 8,
    lifeEvents: ['work'],
    aliases: ['小吃店'],
    conditions: ['有固定的店面'],
    guidance: [
      {
        key: 'size',
        question: '店面多大？',
        options: [
          { value: 'small', label: '50 平方米以下', short: '小店' },
          { value: 'large', label: '50 平方米以上', short: '大店' },
        ],
        when: [],
      },
      {
        key: 'gas',
        question: '用明火吗？',
        options: [
          { value: 'yes', label: '用', short: '用明火' },
          { value: 'no', label: '不用', short: '不用明火' },
        ],
        when: [],
      },
    ],
    notEligible: [
      { when: [{ answer: 'size', oneOf: ['large'] }], why: '大店要办食品经营许可', goTo: '县政务中心 3 号窗' },
    ],
    documents: [
      document('health', '健康证', { deferrable: true, reusable: true }),
      document('plan', '店面平面图', {}),
      document('fire', '消防合格材料', { when: [{ answer: 'gas', oneOf: ['yes'] }] }),
      document('household', '户口信息', { form: 'lookup', lookupFrom: '公安' }),
    ],
    form: {
      type: 'object',
      properties: {
        shop: { type: 'string', title: '店名', maxLength: 30 },
        seats: { type: 'integer', title: '座位', minimum: 0, maximum: 100 },
      },
      required: ['shop'],
    },
    fees: [],
    visits: [{ when: [{ answer: 'gas', oneOf: ['yes'] }], why: '要当面核对燃气合同' }],
    result: { name: '小餐饮店登记证', deliveries: ['electronic', 'post', 'pickUp'] },
    legalBasis: [{ title: '中华人民共和国食品安全法', article: '第三十六条' }],
    window: { place: '柳桥便民服务中心', hours: '工作日 8:30–17:00', phone: '0573-5550199' },
    reviews: [],
    correctionDays: 15,
    deferDays: 15,
    retentionMonths: 24,
    ...changes,
  }
}

type Document = ItemContent['documents'][number]

/** A required document handed in as a photo unless `changes` say otherwise. */
export const document = (key: string, name: string, changes: Partial<Document>): Document => ({
  key,
  name,
  form: 'electronic',
  when: [],
  deferrable: false,
  reusable: false,
  mostFiles: 3,
  ...changes,
})

let codes = 0

/** Publishes an item as `admin` of the county. Returns its code. */
export async function publishItem(
  cloud: TestCloud,
  admin: TestPerson,
  changes: Partial<ItemContent> = {},
): Promise<string> {
  const code = `TEST-${++codes}`
  const { itemId } = await cloud.ask(admin, 'catalogue.saveItem', { code, draft: itemOf(changes) })
  await cloud.ask(admin, 'catalogue.publishItem', { itemId })
  return code
}
