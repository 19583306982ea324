import * as v from 'valibot'
import { type ComingPerson, comingPerson, type HelpDetail, helpDetail } from '../../../types/volunteer'

/** Requests for help as the contract has them; tests state what matters to them. */

const hour = 3_600_000

export function comingOf(changes: Partial<ComingPerson> = {}): ComingPerson {
  const from = new Date(Date.now() + 20 * hour)
  return v.parse(comingPerson, {
    assignmentId: 5,
    name: '陈国华',
    teamName: '老乡帮帮团',
    homeAreaName: '四川开江县',
    status: 'assigned',
    span: { from, until: new Date(from.getTime() + 2 * hour) },
    reasons: [
      { kind: 'home', level: 'county', points: 40 },
      { kind: 'dialect', dialects: ['chuanyu'], points: 30 },
      { kind: 'near', metres: 500, walkMinutes: 8, points: 20 },
      { kind: 'answers', rate: 1, points: 10 },
    ],
    why: null,
    setOutAt: null,
    checkedInAt: null,
    checkedOutAt: null,
    ...changes,
  })
}

export function requestOf(changes: Partial<HelpDetail> = {}): HelpDetail {
  const from = new Date(Date.now() + 20 * hour)
  const span = { from, until: new Date(from.getTime() + 2 * hour) }
  return v.parse(helpDetail, {
    helpRequestId: 7,
    kind: 'escort',
    status: 'offered',
    requesterName: '刘敏',
    onBehalf: false,
    span,
    people: 1,
    coming: 0,
    askedAt: new Date(),
    words: '',
    urgency: 'thisWeek',
    minutes: 120,
    windows: [span],
    areaName: '柳桥社区',
    address: '柳桥路 8 号 302',
    lat: 30.512,
    lng: 120.512,
    skills: ['陪诊陪同'],
    dialects: [],
    wishes: { dialect: null, homeCounty: null, sameSex: null },
    homeAreaName: null,
    sex: null,
    automatic: true,
    ownerName: '孙工',
    helpPhone: '0573-5550101',
    asked: 3,
    answerBy: new Date(Date.now() + hour),
    comingPeople: [],
    unmet: null,
    events: [],
    messages: [],
    stars: null,
    comment: null,
    allowedActions: ['change', 'cancel', 'askStaff'],
    version: 1,
    ...changes,
  })
}

/** The request once somebody has accepted. */
export const takenOf = (changes: Partial<HelpDetail> = {}): HelpDetail =>
  requestOf({
    status: 'assigned',
    coming: 1,
    asked: 0,
    answerBy: null,
    comingPeople: [comingOf()],
    allowedActions: ['cancel', 'swap', 'say', 'callBack', 'block'],
    ...changes,
  })

export const catalogues = {
  'volunteer.skills': () => ({
    ok: true,
    value: {
      rows: [
        { skill: 'escort', name: '陪诊陪同', certificateName: null },
        { skill: 'errand', name: '代买代取', certificateName: null },
        { skill: 'medical', name: '医护', certificateName: '执业医师证或护士证' },
      ],
    },
  }),
  'volunteer.dialects': () => ({
    ok: true,
    value: {
      rows: [
        { dialect: 'chuanyu', name: '川渝话', spokenThere: true },
        { dialect: 'wuyu', name: '吴语', spokenThere: false },
      ],
    },
  }),
}
