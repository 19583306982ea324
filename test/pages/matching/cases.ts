import * as v from 'valibot'
import type { Board, Request, Row } from '../../../src/features/matching/shapes'
import { volunteer } from '../../../types/volunteer'

/** Rows and requests of the matching desk as the contract has them; tests state what matters to them. */

const hour = 3_600_000
/** Tuesday afternoon. */
export const now = new Date('2026-11-24T14:20:00+08:00')
export const after = (hours: number) => new Date(now.getTime() + hours * hour)

export const pairOf = (personId: number, name: string, changes: Partial<Row['pairs'][number]> = {}) => ({
  personId,
  name,
  lat: 30.513,
  lng: 120.514,
  offerId: personId * 10,
  status: 'sent' as const,
  coming: null,
  answerBy: after(2 / 3),
  ...changes,
})

export const rowOf = (helpRequestId: number, changes: Partial<Row> = {}): Row => ({
  helpRequestId,
  kind: 'escort',
  status: 'offered',
  urgency: 'thisWeek',
  span: { from: after(24), until: after(27) },
  areaCode: '990101001001001',
  areaName: '柳桥第三网格',
  lat: 30.512,
  lng: 120.512,
  people: 1,
  automatic: true,
  ownerName: '刘敏',
  mine: true,
  dueAt: null,
  pairs: [pairOf(5, '陈国华')],
  unmet: null,
  ...changes,
})

/** Nobody can repair it; on Wednesday evening three could. */
export const lacking = rowOf(8, {
  kind: 'electric',
  status: 'unmet',
  urgency: 'today',
  span: { from: after(4), until: after(6) },
  pairs: [],
  lat: 30.515,
  unmet: {
    reason: 'nobodyAble',
    places: {
      missing: 1,
      takenElsewhere: 1,
      relaxations: [
        { rule: 'dialect', volunteers: 2, fills: true },
        { rule: 'radius', volunteers: 1, fills: true },
      ],
      reachMetres: 1500,
      otherTimes: [{ from: new Date('2026-11-25T19:00:00+08:00'), until: after(31), volunteers: 3 }],
    },
  },
})

export const taken = rowOf(2, {
  kind: 'work',
  status: 'assigned',
  lng: 120.518,
  pairs: [pairOf(6, '罗小梅', { status: 'accepted', coming: 'assigned' })],
})

export const boardOf = (changes: Partial<Board> = {}): Board =>
  v.parse(volunteer.board.output, {
    rows: [lacking, rowOf(3), taken],
    volunteers: [{ personId: 9, name: '杨帆', lat: 30.511, lng: 120.511 }],
    lastRun: { at: after(-1 / 30), places: 3, filled: 2, score: 300, spread: 1, volunteers: 9, requests: 3 },
    ...changes,
  })

export const requestOf = (changes: Partial<Request> = {}): Request =>
  v.parse(volunteer.boardRequest.output, {
    row: rowOf(3),
    requesterName: '李奶奶',
    words: '去县医院复查，要有人陪。',
    minutes: 180,
    windows: [{ from: after(24), until: after(27) }],
    skills: ['陪诊陪同'],
    dialects: ['川渝话'],
    asked: [
      {
        personId: 5,
        name: '陈国华',
        status: 'sent',
        reasons: [
          { kind: 'home', level: 'county', points: 40 },
          { kind: 'dialect', dialects: ['chuanyu'], points: 30 },
          { kind: 'near', metres: 600, walkMinutes: 8, points: 10 },
          { kind: 'answers', rate: 0.5, points: 5 },
        ],
        score: 86,
        why: null,
        byName: null,
        sentAt: after(-1),
      },
    ],
    refusals: 0,
    events: [
      { kind: 'ask', at: after(-2), actor: 'requester', byName: null, why: null },
      { kind: 'offer', at: after(-1), actor: 'system', byName: null, why: null },
    ],
    allowedActions: ['choose', 'takeOver', 'close'],
    version: 3,
    ...changes,
  })

export const considered = [
  {
    personId: 6,
    name: '罗小梅',
    score: 88,
    walkMinutes: 3,
    reasons: [{ kind: 'near', metres: 200, walkMinutes: 3, points: 88 }],
    neededFor: { helpRequestId: 2, kind: 'work' },
  },
  {
    personId: 7,
    name: '杨帆',
    score: 71,
    walkMinutes: 15,
    reasons: [
      { kind: 'home', level: 'province', points: 10 },
      { kind: 'dialect', dialects: ['chuanyu'], points: 30 },
      { kind: 'near', metres: 1100, walkMinutes: 15, points: 31 },
    ],
    neededFor: null,
  },
]
