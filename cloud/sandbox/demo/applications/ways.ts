import type { GuidanceAnswers, ItemContent } from '../../../../types/catalogue'
import { limitOf, type Outcome, walkGuidance } from '../../../catalogue/guide'
import type { Database } from '../../../platform/database'

/** One way through an item's guidance that leads to an application: what was answered and what it came to. */
export interface Way {
  code: string
  version: number
  content: ItemContent
  answers: GuidanceAnswers
  outcome: Outcome
}

/** What a case asks of the way it goes. */
export interface Wants {
  code?: string
  kind?: 'onSpot' | 'promised'
  /** Working days from acceptance to decision: at least, at most. */
  least?: number
  most?: number
  /** At least one document to hand in. */
  electronic?: true
  /** At least one document that may follow later. */
  deferrable?: true
  visits?: 0 | 1
  delivery?: 'electronic' | 'post' | 'pickUp'
  /** Whether other departments are asked. */
  reviews?: boolean
}

/** Every way to an application through the county's published items, in the order of their codes. */
export async function readWays(sql: Database): Promise<Way[]> {
  const items = await sql<{ code: string; version: number; content: ItemContent }[]>`
    select i.code, v.version, v.content from service_items i
      join service_item_versions v on v.item_id = i.id and v.version = i.published_version order by i.code`
  const ways: Way[] = []
  for (const item of items)
    walkGuidance(item.content, (answers, { outcome }) => {
      if (outcome?.eligible) ways.push({ ...item, answers, outcome })
      return true
    })
  return ways
}

export const toHandIn = (way: Way) => way.outcome.documents.filter((d) => d.form === 'electronic')
export const toFollow = (way: Way) => toHandIn(way).filter((d) => d.deferrable)

export function fits(way: Way, wants: Wants): boolean {
  const { content, outcome } = way
  const limit = content.kind === 'onSpot' ? 0 : limitOf(content)
  return (
    (wants.code === undefined || way.code === wants.code) &&
    (wants.kind === undefined || content.kind === wants.kind) &&
    limit >= (wants.least ?? 0) &&
    limit <= (wants.most ?? Number.POSITIVE_INFINITY) &&
    (!wants.electronic || toHandIn(way).length > 0) &&
    (!wants.deferrable || toFollow(way).length > 0) &&
    outcome.visits === (wants.visits ?? 0) &&
    outcome.deliveries.includes(wants.delivery ?? 'electronic') &&
    content.reviews.length > 0 === (wants.reviews ?? false)
  )
}
