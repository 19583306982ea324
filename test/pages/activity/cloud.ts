import * as v from 'valibot'
import type { ActivityDetail } from '../../../types/activity'
import { activityDetail } from '../../../types/activity'

/** The cloud as pages see it: each operation a mock that a test gives its answers, and one person signed in. */

export const liu = {
  personId: 3,
  nickname: '刘敏',
  community: { areaCode: '990101001001', name: '柳桥社区', lat: 30.512, lng: 120.512 },
  homeAreaCode: null as string | null,
  grants: [] as { role: string; areaCode: string; areaName: string }[],
  privacyConsent: { version: '2026-11-01' } as { version: string } | null,
}

type Input = Record<string, unknown>
type Operation = jest.Mock<Promise<unknown>, [Input]>
type Answers = Record<string, (input: Input) => unknown>

const operations = new Map<string, Operation>()
const operation = (name: string): Operation => {
  const known = operations.get(name)
  if (known) return known
  const made: Operation = jest.fn((_input: Input) => new Promise(() => {}))
  operations.set(name, made)
  return made
}

const capability = (name: string) => new Proxy({}, { get: (_target, verb) => operation(`${name}.${String(verb)}`) })

/** Stands in for src/platform/client: `jest.mock('…/platform/client', () => cloud.clientModule)`. */
export const clientModule = {
  client: {
    activity: capability('activity'),
    application: capability('application'),
    catalogue: capability('catalogue'),
    feedback: capability('feedback'),
    hub: capability('hub'),
    files: capability('files'),
    inbox: capability('inbox'),
    people: capability('people'),
    volunteer: capability('volunteer'),
  },
  CallFailed: class CallFailed extends Error {
    constructor(
      readonly kind: string,
      message: string,
      readonly fields: readonly { path: string; problem: string }[] = [],
    ) {
      super(message)
    }
  },
  Unreachable: class Unreachable extends Error {},
  call: jest.fn(),
}

/** Stands in for src/platform/session. */
export const sessionModule = { useMe: () => liu, useSignedIn: () => true, refreshMe: jest.fn(), setMe: jest.fn() }

/** From now on these operations answer; every other one never comes back. */
export function answers(given: Answers): void {
  operations.clear()
  for (const [name, answer] of Object.entries(given)) {
    operations.set(
      name,
      jest.fn(async (input: Input) => answer(input)),
    )
  }
}

export const ok = (value: unknown) => ({ ok: true, value })
export const refused = (refusal: object) => ({ ok: false, refusal })
/** What an operation was asked, call by call. */
export const asked = (name: string) => operation(name).mock.calls.map(([input]) => input)

/** A whole activity as the contract has it; tests state what matters to them. */
export function activityOf(changes: Partial<ActivityDetail> = {}): ActivityDetail {
  // Three days on at 14:00, county time, whatever the hour of the test: it never runs over midnight.
  const today = Math.floor((Date.now() + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000
  const startsAt = new Date(today + (72 + 14) * 3_600_000)
  return v.parse(activityDetail, {
    activityId: 7,
    kind: 'tea',
    status: 'published',
    title: '冬日茶话会',
    body: '坐下把话说开。',
    areaCode: '990101001001',
    areaName: '柳桥社区',
    placeName: '社区客厅',
    address: '柳桥弄 12 号',
    accessNote: '',
    lat: null,
    lng: null,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 5_400_000),
    signUpOpensAt: new Date(0),
    signUpClosesAt: startsAt,
    cancelUntil: startsAt,
    capacity: 30,
    taken: 0,
    waiting: 0,
    host: '柳桥社区居委会',
    mySignUp: null,
    allowedActions: [],
    waitlist: true,
    join: 'everyone',
    maxParty: 1,
    groups: [{ groupId: 1, name: '', capacity: 30, taken: 0, waiting: 0 }],
    questions: [],
    needsApproval: false,
    showUpFirst: false,
    promotionAnswerMinutes: 120,
    contactName: '刘敏',
    contactPhone: null,
    seriesId: null,
    sentBackReason: null,
    inviteCode: null,
    version: 1,
    mySignUps: [],
    rating: { count: 0, average: null },
    photos: [],
    cover: null,
    ...changes,
  })
}
