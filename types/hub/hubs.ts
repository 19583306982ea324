import * as v from 'valibot'
import {
  areaCode,
  count,
  cursor,
  day,
  done,
  id,
  instant,
  latitude,
  line,
  longitude,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import { dutyHours, hubCard, hubLimits, hubSpecialties, hubStatuses } from './shapes'

/** Hubs: which there are, what the community decides about them, and whether anybody is left out. */

const room = v.pipe(v.number(), v.integer(), v.minValue(1, '至少 1 户'), v.maxValue(hubLimits.room, '户数太多'))
/** With the way there on foot, metres; null when nobody knows from where. */
const hubNear = v.object({ ...hubCard.entries, metres: v.nullable(count) })
const specialty = v.picklist(hubSpecialties, '没有这一项')

/** Numbers a county may set. */
export const hubSettings = {
  mostHouseholds: room,
  reachMetres: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(50_000)),
  invitationDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
  /** Hours to the first answer, and hours the next in the line has when it is overdue. */
  firstAnswerHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168)),
  nextAnswerHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168)),
  /** Days to the whole answer, and days after which silence confirms it. */
  answerDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  confirmDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
}

export const hubOperations = {
  /** Hubs that are not closed, in an area: the nearest of a place first (at most 100), else by name. `hubId`: that one alone, wherever it is. */
  hubs: operation({
    access: 'anyone',
    input: {
      hubId: v.optional(id),
      areaCode: v.optional(areaCode),
      specialty: v.optional(specialty),
      lat: v.optional(latitude),
      lng: v.optional(longitude),
    },
    output: v.object({ rows: v.array(hubNear) }),
  }),

  /**
   * My household and its hub. `orphaned`: no hub has room yet, the community knows. `waiting`: I asked to be confirmed. `instead`: the nearest hub with somebody to
   * answer, while mine is paused, all of it is away, or there is none. `answerHours`: hours to the first answer.
   */
  myHub: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      household: v.nullable(
        v.object({
          householdId: id,
          areaName: text,
          people: count,
          joinedAt: instant,
          orphaned: v.boolean(),
          /** To about a hundred metres. */
          lat: v.number(),
          lng: v.number(),
        }),
      ),
      hub: v.nullable(hubNear),
      instead: v.nullable(hubNear),
      answerHours: count,
      waiting: v.nullable(v.object({ joinRequestId: id, areaName: text, askedAt: instant })),
    }),
  }),

  /**
   * Coverage (覆盖率) of an area: how many households, how many with a hub, how many without. The same figure comes from `select * from hub_coverage('…')`;
   * docs/operations.md says how anyone re-runs it. `digest` covers which household has which hub.
   */
  coverage: operation({
    access: 'anyone',
    input: { areaCode: v.optional(areaCode) },
    output: v.object({
      households: count,
      linked: count,
      orphaned: count,
      hubs: count,
      overloaded: count,
      digest: text,
      at: instant,
    }),
  }),

  /** Hubs of the areas I serve with their load, the most overloaded first. Who the host is, only the community sees. */
  hubBoard: operation({
    access: ['gridWorker', 'communityAdmin', 'supervisor'],
    input: { areaCode: v.optional(areaCode), cursor },
    output: page(
      v.object({
        ...hubCard.entries,
        households: count,
        room: count,
        overloaded: v.boolean(),
        hostId: v.nullable(id),
        hostName: v.nullable(text),
      }),
    ),
  }),

  /** Opens a hub in an area I administer, or changes it. The host holds the role partyMember there and has consented in writing. */
  saveHub: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      hubId: v.optional(id),
      name: line(20, 2),
      hostId: id,
      deputyIds: v.optional(v.pipe(v.array(id), v.maxLength(hubLimits.deputies, '代理人太多')), []),
      /** 支部: who answers above the host. */
      branchLeadId: v.optional(v.nullable(id), null),
      areaCode,
      place: line(40, 2),
      lat: latitude,
      lng: longitude,
      languages: v.optional(
        v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{1,30}$/))), v.maxLength(hubLimits.languages)),
        [],
      ),
      specialties: v.optional(v.array(specialty), []),
      hours: v.optional(v.pipe(v.array(dutyHours), v.maxLength(hubLimits.hours)), []),
      /** Households at most; null: the county's setting. */
      room: v.optional(v.nullable(room), null),
      consentOn: day,
      status: v.optional(v.picklist(['open', 'paused']), 'open'),
    },
    output: v.object({ hubId: id }),
    refusals: {
      outsideYourArea: {},
      notAPartyMember: {},
      noSuchPerson: {},
      alreadyHost: {},
      unknownDialect: { dialect: text },
      hoursWrong: {},
      consentMissing: {},
      alreadyClosed: {},
    },
  }),

  /** Closes a hub for good. Its households go to the nearest ones with room in the same moment; those without are listed as orphaned. */
  closeHub: operation({
    access: ['communityAdmin'],
    input: { requestId, hubId: id, reason: words(100, 2) },
    output: v.object({ moved: count, orphaned: count }),
    refusals: { alreadyClosed: {} },
  }),

  /** The county's numbers. */
  hubSettings: operation({
    access: ['communityAdmin', 'supervisor'],
    input: {},
    output: v.object({ ...hubSettings, mayChange: v.boolean() }),
  }),

  /** Changes the county's numbers; for who administers the whole county. */
  saveHubSettings: operation({
    access: ['communityAdmin'],
    input: { requestId, ...hubSettings },
    output: done,
    refusals: { outsideYourArea: {} },
  }),
}

export const openHubStatuses = hubStatuses.filter((status) => status !== 'closed')
