import * as v from 'valibot'
import type { Database } from '../../cloud/platform/database'
import { type ItemContent, itemContent } from '../../types/catalogue'
import { county } from '../factories/areas'

/** A valid item: a promised one with two documents, of which one may follow later; tests state only what matters to them. */
export function itemOf(changes: Partial<v.InferInput<typeof itemContent>> = {}): ItemContent {
  return v.parse(itemContent, {
    name: '小餐饮店登记',
    department: '市场监管局',
    summary: '开小饭店、小吃店，先登记',
    kind: 'promised',
    statutoryLimit: 20,
    promisedLimit: 5,
    lifeEvents: ['work'],
    conditions: ['在本县开店'],
    guidance: [],
    documents: [
      { key: 'idCard', name: '身份证', form: 'electronic' },
      { key: 'floorPlan', name: '店面平面图', form: 'electronic', deferrable: true },
    ],
    form: { type: 'object', properties: { shop: { type: 'string', title: '店名' } }, required: ['shop'] },
    result: { name: '登记证', deliveries: ['electronic', 'post', 'pickUp'] },
    legalBasis: [{ title: '浙江省食品小作坊小餐饮店管理规定' }],
    window: { place: '柳桥路 1 号', hours: '工作日 9:00–17:00', phone: '0573-5550101' },
    ...changes,
  })
}

let made = 0

/** Publishes an item. */
export async function insertItem(sql: Database, content: ItemContent): Promise<{ itemId: number; code: string }> {
  const code = `TEST-${++made}`
  const [row] = await sql<{ id: number }[]>`
    insert into service_items (code, area_code, name, department, search_text)
    values (${code}, ${county}, ${content.name}, ${content.department}, ${`\n${content.name}\nxcydj\n`}) returning id`
  const itemId = row?.id ?? 0
  await sql`insert into service_item_versions (item_id, version, content) values (${itemId}, 1, ${JSON.stringify(content)}::json)`
  await sql`update service_items set status = 'published', published_version = 1 where id = ${itemId}`
  return { itemId, code }
}
