import type { PauseReason } from '../../../../types/application'
import { limitOf } from '../../../catalogue/guide'
import type { Days } from './days'
import type { Fate } from './fate'
import { afterwards } from './fates-afterwards'
import type { Script } from './play'
import type { Way } from './ways'

const promised = { kind: 'promised' } as const
const limit = (way: Way) => limitOf(way.content)
const late = 2

const reviewed = (p: Script, d: Days, accepted: number) => {
  p.submit(d.back(accepted + 1, 9))
  p.accept(d.back(accepted, 9.5))
  p.startReview(d.back(accepted, 14))
}

const pauses: readonly [PauseReason, string][] = [
  ['inspection', '约了现场查看，等查看结果'],
  ['expertReview', '送专家评审，评审期间依法不算时间'],
  ['hearing', '邻居有不同意见，依法听证'],
  ['appraisal', '等医院的鉴定意见'],
]

const underWay: readonly Fate[] = [
  {
    name: 'draft',
    count: 8,
    wants: (n) => (n % 2 ? { electronic: true } : {}),
    play: (p, d, n) => p.draft(d.back(n, 20)),
  },
  {
    name: 'submitted',
    count: 16,
    wants: (n) => (n % 3 === 0 ? { electronic: true } : {}),
    play: (p, d, n) => p.submit(d.back(n % 3, 9 + (n % 7))),
  },
  { name: 'nearlyDeemed', count: 6, wants: {}, play: (p, d) => p.submit(d.back(d.nearlyDue(5), 11)) },
  {
    name: 'correctionRequested',
    count: 8,
    wants: { electronic: true },
    play(p, d, n) {
      p.submit(d.back(5 + (n % 3), 10))
      p.requestCorrection(d.back(3 + (n % 3), 15))
    },
  },
  {
    name: 'corrected',
    count: 5,
    wants: { electronic: true },
    play(p, d, n) {
      p.submit(d.back(6, 10))
      p.requestCorrection(d.back(4, 15))
      p.correct(d.back(1 + (n % 2), 19))
    },
  },
  {
    name: 'accepted',
    count: 12,
    wants: { ...promised, least: 5 },
    play(p, d, n) {
      p.submit(d.back(3, 9 + (n % 6)))
      p.accept(d.back(1 + (n % 2), 9 + (n % 6)))
      if (n % 4 === 0) p.say(d.back(0), '请问大概哪天能有结果？')
    },
  },
  {
    name: 'acceptedLate',
    count: 2,
    wants: { ...promised, most: 5 },
    play(p, d, _n, way) {
      const accepted = d.nearlyDue(limit(way)) + late
      p.submit(d.back(accepted + 1, 9))
      p.accept(d.back(accepted, 10))
    },
  },
  {
    name: 'conditionallyAccepted',
    count: 7,
    wants: { ...promised, deferrable: true, least: 5 },
    play(p, d, n) {
      p.submit(d.back(4, 10))
      p.acceptConditionally(d.back(2 + (n % 2), 11))
    },
  },
  {
    name: 'deemedAccepted',
    count: 5,
    wants: { ...promised, least: 10 },
    play: (p, d, n) => p.submit(d.back(8 + n, 10)),
  },
  {
    name: 'reviewInTime',
    count: 14,
    wants: { ...promised, least: 10 },
    play: (p, d, n) => reviewed(p, d, 2 + (n % 4)),
  },
  {
    name: 'reviewNearlyDue',
    count: 7,
    wants: promised,
    play: (p, d, _n, way) => reviewed(p, d, d.nearlyDue(limit(way))),
  },
  {
    name: 'reviewOverdue',
    count: 5,
    wants: promised,
    play: (p, d, n, way) => reviewed(p, d, d.nearlyDue(limit(way)) + (n < 2 ? 1 : 3)),
  },
  {
    name: 'departmentsAsked',
    count: 4,
    wants: { ...promised, reviews: true, least: 5 },
    play(p, d, n) {
      reviewed(p, d, 3)
      p.askDepartments(d.back(2, 10))
      if (n % 2 === 0) p.giveOpinion(d.back(1, 11), 0)
    },
  },
  {
    name: 'suspended',
    count: 6,
    wants: (n) => (n === 0 ? { code: 'GA-CSDJ-01' } : { ...promised, least: 10 }),
    play(p, d, n) {
      if (n > 0) reviewed(p, d, 4)
      else {
        p.submit(d.back(3, 9))
        p.accept(d.back(3, 11))
        p.startReview(d.back(3, 14))
      }
      const [reason, why] =
        n === 0 ? (['appraisal', '等亲子鉴定的结果'] as const) : (pauses[n % pauses.length] ?? pauses[0])!
      p.suspend(d.back(2, 10), reason, why)
    },
  },
  {
    name: 'extension',
    count: 7,
    wants: { ...promised, least: 10 },
    play(p, d, n) {
      reviewed(p, d, 7)
      p.requestExtension(d.back(3, 10), 5 + (n % 6), '要到外县核对缴费记录，对方还没有回函')
      if (n >= 3)
        p.decideExtension(d.back(2, 11), n < 6, n < 6 ? '情况属实，同意延长。' : '对方已经回函，按原来的时间办。')
    },
  },
  {
    name: 'waitsForDelivery',
    count: 8,
    wants: (n) => ({ delivery: n % 2 ? 'post' : 'pickUp' }),
    play(p, d, n, way) {
      p.submit(d.back(4, 10))
      p.accept(d.back(3, 9))
      if (way.content.kind === 'promised') p.startReview(d.back(3, 10))
      p.approve(d.back(2, 10))
      if (n === 0) p.book(d.back(1, 12), d.ahead(1, 10))
    },
  },
  {
    name: 'visitBooked',
    count: 5,
    wants: { visits: 1, delivery: 'pickUp' },
    play(p, d, n) {
      p.submit(d.back(2, 10))
      p.book(d.back(1, 20), d.ahead(1 + (n % 2), 9 + n / 2))
    },
  },
  {
    name: 'visitMissed',
    count: 2,
    wants: { visits: 1, delivery: 'pickUp' },
    play(p, d) {
      p.submit(d.back(4, 10))
      p.book(d.back(4, 12), d.back(2, 9.5))
    },
  },
  {
    name: 'secondVisit',
    count: 1,
    wants: { visits: 1, delivery: 'post' },
    play(p, d) {
      p.submit(d.back(4, 10))
      p.accept(d.back(3, 10))
      p.book(d.back(3, 12), d.back(2, 9.5))
      p.visit(d.back(2, 9.6))
      p.allowSecondVisit(d.back(1, 11))
      p.book(d.back(1, 12), d.ahead(2, 10), 2)
    },
  },
  {
    name: 'helped',
    count: 4,
    wants: {},
    helped: true,
    play(p, d) {
      p.submit(d.back(2, 10))
      p.nameHelper(d.back(1, 10))
    },
  },
]

export const fates: readonly Fate[] = [...underWay, ...afterwards]
