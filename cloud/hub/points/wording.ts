import type { PointKind } from '../../../types/hub'

/** Words of the quarterly statement. */

const quarter = (first: string) => `${first.slice(0, 4)}年第${Math.floor((Number(first.slice(5, 7)) - 1) / 3) + 1}季度`
const signed = (points: number) => (points > 0 ? `+${points}` : String(points))

export const pointsWording = {
  title: '积分记录',
  office: (branch: string) => branch,
  number: (statementId: number) => `积分记录第 ${statementId} 号`,
  fileName: (first: string) => `积分记录-${quarter(first)}`,
  paragraphs: (first: string, entries: number, sums: Record<PointKind | 'total', number>) => [
    `${quarter(first)}共有 ${entries} 条记录，合计 ${sums.total} 分：基础 ${sums.base} 分，加分 ${sums.addition} 分，扣分 ${sums.deduction} 分。`,
    '每一条都写明依据的规则和由来。不对的地方，可以在小程序里申诉，由没有记这一条的人答复。',
  ],
  head: ['日期', '规则和由来', '分'],
  row: (rule: string, counter: boolean, words: string) =>
    `${counter ? `更正：${rule}` : rule}${words === '' ? '' : `（${words}）`}`,
  signed,
  more: (left: number) => `另有 ${left} 条没有逐条列出，已经计入合计。`,
  closing: '本记录只给本人和所在支部书记，不排名、不公布。可以用下面的校验码核对。',
  noBranch: '邻里帮',
}
