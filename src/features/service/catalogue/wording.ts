import type { ItemRow } from '../shapes'

/** Words of the catalogue. */
export const catalogueWording = {
  title: '办事',
  ask: '您要办什么？',
  hint: '比如：津贴、社保，或 gljt',
  byLife: '遇到这样的事',
  often: '大家常办',
  found: '找到这些',
  every: '全部',
  empty: '没有找到。换个说法，或者打电话问。',
  emptyStep: '看全部',
  emptyLife: '这一类还没有能办的事。',
  mine: '我的办件',
  mineNote: '办到哪一步、最晚哪天有结果',
  check: '查一封通知书真不真',
  checkNote: '输入通知书上的查验码',
  rates: '大家跑了几次',
  ratesNote: '一次没跑的有多少，按月公开',
  more: '还可以',
}

/** The second line of an item, in pieces that stay whole: what it costs a person in ways and days. Who does it stands on its own page. */
export function itemNote(row: ItemRow): string[] {
  if (!row.canApply) return [row.department, '先打电话问']
  const way = row.leastVisits === 0 ? '您不用跑' : '跑一次'
  const days = row.promisedLimit === null ? '' : row.promisedLimit === 0 ? '当天办好' : `${row.promisedLimit} 个工作日`
  return [way, days].filter(Boolean)
}
