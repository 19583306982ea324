import type { ItemRecord } from './queries'

/** Records as they leave the cloud. What was not published is nobody's business yet but its name, its department and whom to call. */

export function toRow({ content, status, ...record }: ItemRecord) {
  return {
    ...record,
    summary: content?.summary ?? '',
    canApply: status === 'published',
    promisedLimit: content?.promisedLimit ?? null,
  }
}

export function toDetail(record: ItemRecord) {
  const { content } = record
  return {
    ...toRow(record),
    version: record.version ?? 0,
    kind: content?.kind ?? null,
    statutoryLimit: content?.statutoryLimit ?? null,
    conditions: content?.conditions ?? [],
    legalBasis: content?.legalBasis ?? [],
    window: content?.window ?? null,
    result: content?.result ?? null,
    asks: (content?.guidance.length ?? 0) > 0,
  }
}
