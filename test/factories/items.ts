import * as v from 'valibot'
import { type ItemContent, type ItemDraft, itemContent } from '../../types/catalogue'
import type { TestCloud, TestPerson } from '../cloud'

/** 高龄津贴 as a county has it: three questions, one way that is barred, one that needs a visit. Tests state only what matters to them. */
export function contentOf(changes: Partial<ItemDraft> = {}): ItemContent {
  return v.parse(itemContent, {
    name: '高龄津贴',
    department: '县民政局',
    summary: '满 80 岁，每月有津贴',
    kind: 'promised',
    statutoryLimit: 20,
    promisedLimit: 3,
    lifeEvents: ['retirement'],
    aliases: ['高龄补贴'],
    conditions: ['满 80 周岁', '户口在本县'],
    guidance: [
      {
        key: 'whom',
        question: '给谁办？',
        options: [
          { value: 'me', label: '给自己办' },
          { value: 'parent', label: '给爸妈办', short: '给爸妈办' },
        ],
      },
      {
        key: 'hukou',
        question: '户口在云溪县吗？',
        options: [
          { value: 'here', label: '在' },
          { value: 'elsewhere', label: '不在' },
        ],
      },
      {
        key: 'together',
        question: '和老人在一个户口本上吗？',
        options: [
          { value: 'yes', label: '在' },
          { value: 'no', label: '不在' },
        ],
        when: [{ answer: 'whom', oneOf: ['parent'] }],
      },
    ],
    notEligible: [
      {
        when: [{ answer: 'hukou', oneOf: ['elsewhere'] }],
        why: '津贴由户口所在地发',
        goTo: '请向户口所在地的民政部门申请',
      },
    ],
    documents: [
      { key: 'card', name: '社保卡正面照片', form: 'electronic', deferrable: true },
      { key: 'household', name: '户口信息', form: 'lookup', lookupFrom: '公安' },
      {
        key: 'kinship',
        name: '亲属关系证明',
        form: 'original',
        when: [{ answer: 'together', oneOf: ['no'] }],
      },
    ],
    form: {
      type: 'object',
      properties: {
        elderName: { type: 'string', title: '老人姓名', maxLength: 20 },
        idNumber: { type: 'string', title: '身份证号', format: 'idNumber' },
        helperPhone: {
          type: 'string',
          title: '您的电话',
          format: 'phone',
          'x-when': [{ answer: 'whom', oneOf: ['parent'] }],
        },
      },
      required: ['elderName', 'idNumber', 'helperPhone'],
    },
    fees: [],
    visits: [{ when: [{ answer: 'together', oneOf: ['no'] }], why: '要当面看亲属关系证明原件' }],
    result: { name: '津贴发放', deliveries: ['electronic'], words: '钱直接打到社保卡' },
    legalBasis: [{ title: '中华人民共和国老年人权益保障法' }],
    window: { place: '县政务服务中心 3 号窗口', hours: '工作日 8:30–17:00', phone: '0573-5550300' },
    ...changes,
  })
}

let made = 0

/** Saves and publishes an item as `admin`, who keeps the county's catalogue. */
export async function publishItem(
  cloud: TestCloud,
  admin: TestPerson,
  changes: Partial<ItemDraft> = {},
  code?: string,
) {
  const used = code ?? `TEST-${++made}`
  const { itemId } = await cloud.ask(admin, 'catalogue.saveItem', { code: used, draft: contentOf(changes) })
  const { version } = await cloud.ask(admin, 'catalogue.publishItem', { itemId })
  return { itemId, code: used, version }
}
