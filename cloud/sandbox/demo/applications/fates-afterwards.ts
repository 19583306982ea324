import type { Days } from './days'
import type { Fate } from './fate'
import type { Script } from './play'
import type { Way } from './ways'

/** Cases that are decided or over, some of them months ago. */

function decided(p: Script, d: Days, n: number, way: Way, refuse?: string): void {
  const submitted = n + (way.content.kind === 'onSpot' ? 0 : 3)
  p.submit(d.back(submitted, 9))
  p.accept(d.back(Math.max(n, submitted - 1), 10))
  if (way.content.kind === 'promised') p.startReview(d.back(n + 1, 14))
  if (refuse) p.refuse(d.back(n, 15), refuse)
  else p.approve(d.back(n, 15))
}

const praise = ['一次没跑就办好了，谢谢', '窗口的人很耐心', '比说好的还早一天', '手机上就能办，方便']
const refusals = [
  '申报的收入与核对结果不一致，超过了规定标准。',
  '房产登记显示您名下有住房，不符合条件。',
  '提交的材料与登记信息不是同一个人。',
]

export const afterwards: readonly Fate[] = [
  {
    name: 'delivered',
    count: 8,
    wants: {},
    play: (p, d, n, way) => decided(p, d, 1 + n, way),
  },
  {
    name: 'deliveredByPost',
    count: 4,
    wants: { delivery: 'post' },
    play(p, d, n, way) {
      decided(p, d, 3 + n, way)
      p.deliver(d.back(2 + n, 10))
    },
  },
  {
    name: 'pickedUp',
    count: 4,
    wants: { delivery: 'pickUp' },
    play(p, d, n, way) {
      decided(p, d, 4 + n, way)
      p.book(d.back(4 + n, 20), d.back(2 + n, 10))
      p.visit(d.back(2 + n, 10.1))
      p.deliver(d.back(2 + n, 10.3))
    },
  },
  {
    name: 'refused',
    count: 6,
    wants: { kind: 'promised' },
    play: (p, d, n, way) => decided(p, d, 2 + n, way, refusals[n % refusals.length]),
  },
  {
    name: 'rated',
    count: 10,
    wants: {},
    play(p, d, n, way) {
      decided(p, d, 2 + (n % 6), way)
      p.rate(d.back(1, 19), n % 3 === 2 ? 4 : 5, praise[n % praise.length] ?? '')
    },
  },
  {
    name: 'ratedPoorly',
    count: 6,
    wants: {},
    play(p, d, n, way) {
      decided(p, d, 5, way)
      p.rate(d.back(3, 19), 1 + (n % 2), n % 2 ? '打了三次电话都没人接' : '来回问了好几遍同样的事')
      if (n >= 3) p.callBack(d.back(1, 15), '已回电道歉，值班电话改为两人轮流接，下周起公布。')
    },
  },
  {
    name: 'closed',
    count: 10,
    wants: (n) => (n % 4 === 0 ? { kind: 'promised', most: 10 } : n % 4 === 1 ? { delivery: 'post' } : {}),
    play(p, d, n, way) {
      const at = 20 + n * 3
      decided(p, d, at, way)
      if (n % 4 === 1) p.deliver(d.back(at - 1, 10))
      if (n % 3 !== 2) p.rate(d.back(at - 2, 20), n % 7 === 3 ? 3 : 5, praise[n % praise.length] ?? '')
    },
  },
  {
    name: 'withdrawn',
    count: 5,
    wants: {},
    play(p, d, n) {
      p.submit(d.back(6 + n, 10))
      p.withdraw(d.back(5 + n, 18), n % 2 ? '' : '孩子说下个月再办')
    },
  },
  {
    name: 'lapsed',
    count: 3,
    wants: { electronic: true },
    play(p, d, n) {
      p.submit(d.back(30 + n, 10))
      p.requestCorrection(d.back(28 + n, 15))
    },
  },
  {
    name: 'acceptanceRevoked',
    count: 2,
    wants: { kind: 'promised', deferrable: true, least: 20 },
    play(p, d, n) {
      p.submit(d.back(32 + n, 10))
      p.acceptConditionally(d.back(30 + n, 10))
    },
  },
  {
    name: 'appealed',
    count: 5,
    wants: { kind: 'promised' },
    play(p, d, n, way) {
      decided(p, d, 8, way, refusals[n % refusals.length])
      p.appeal(d.back(6, 20), '核对的是我去年的收入，今年三月起已经没有工作了，请再看一看。')
      if (n === 3) p.answerAppeal(d.back(2, 11), true, '已重新核对，今年一月至三月仍有工资入账，维持原决定。')
      if (n === 4) p.answerAppeal(d.back(2, 11), false, '您说的情况属实，由另一位同志重新办理。')
    },
  },
]
