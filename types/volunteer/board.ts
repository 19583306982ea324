import * as v from 'valibot'
import { areaCode, count, done, id, instant, operation, requestId, text, words } from '../operation'
import { helpKinds } from './kinds'
import { helpStatuses } from './life'
import {
  assignmentStatuses,
  hardRules,
  matchReason,
  offerStatuses,
  spanOut,
  unmetPlaces,
  unmetReasons,
  urgencies,
} from './shapes'
import { helpEvent } from './views'

/** The staff's board: what is asked for, what the engine did about it and why, and how to do it differently. */

const staff = ['gridWorker', 'communityAdmin', 'supervisor'] as const
const acting = ['gridWorker', 'communityAdmin'] as const

/** Coarse on the board: to about a hundred metres. The door is for whoever comes. */
const coarse = { lat: v.number(), lng: v.number() }

const boardPerson = v.object({ personId: id, name: text, ...coarse })

/** Somebody who was asked or comes. */
const boardPair = v.object({
  ...boardPerson.entries,
  offerId: id,
  status: v.picklist(offerStatuses),
  coming: v.nullable(v.picklist(assignmentStatuses)),
  answerBy: instant,
})

const boardRow = v.object({
  helpRequestId: id,
  kind: v.picklist(helpKinds),
  status: v.picklist(helpStatuses),
  urgency: v.picklist(urgencies),
  span: spanOut,
  areaCode: text,
  areaName: text,
  ...coarse,
  people: count,
  automatic: v.boolean(),
  ownerName: v.nullable(text),
  mine: v.boolean(),
  dueAt: v.nullable(instant),
  pairs: v.array(boardPair),
  unmet: v.nullable(v.object({ reason: v.nullable(v.picklist(unmetReasons)), places: v.nullable(unmetPlaces) })),
})
export type BoardRow = v.InferOutput<typeof boardRow>

/** How a plan of the whole pool does, level by level (docs/decisions/0008). */
const reached = v.object({ places: count, filled: count, score: v.number(), spread: v.number() })

export const boardActions = ['choose', 'takeOver', 'close', 'matchAgain'] as const

/** Points a county may set. */
const points = v.pipe(
  v.number('请填数字'),
  v.integer('请填整数'),
  v.minValue(0, '不能小于 0'),
  v.maxValue(500, '最多 500'),
)
const heavy = v.pipe(
  v.number('请填数字'),
  v.integer('请填整数'),
  v.minValue(1, '至少 1'),
  v.maxValue(1024, '最多 1024'),
)
export const weightsShape = v.strictObject({
  urgency: v.strictObject({ now: heavy, today: heavy, thisWeek: heavy, planned: heavy }),
  home: v.strictObject({ province: points, city: points, county: points, township: points, village: points }),
  dialect: points,
  near: points,
  farMetres: v.pipe(v.number(), v.integer(), v.minValue(100, '至少 100 米'), v.maxValue(50_000, '最多 50 公里')),
  skillLevel: points,
  rested: points,
  restedAfter: v.pipe(v.number(), v.integer(), v.minValue(1, '至少 1'), v.maxValue(100, '最多 100')),
  answers: points,
  servedWell: points,
  sameSex: points,
  wished: v.pipe(v.number(), v.integer(), v.minValue(1, '至少 1'), v.maxValue(5, '最多 5')),
})
export type MatchingWeights = v.InferOutput<typeof weightsShape>

const wrongStatus = { wrongStatus: { status: v.picklist(helpStatuses) } }

export const boardOperations = {
  /** Requests under way in the areas I serve, those that lack somebody first; and volunteers who are not asked at the moment, at most 300. */
  board: operation({
    access: staff,
    input: { areaCode: v.optional(areaCode) },
    output: v.object({
      rows: v.array(boardRow),
      volunteers: v.array(boardPerson),
      lastRun: v.nullable(v.object({ at: instant, ...reached.entries, volunteers: count, requests: count })),
    }),
  }),

  /** One request for whoever may act on it: words, history, those who were asked with their reasons. */
  boardRequest: operation({
    access: staff,
    input: { helpRequestId: id },
    output: v.object({
      row: boardRow,
      requesterName: text,
      words: text,
      minutes: count,
      windows: v.array(spanOut),
      skills: v.array(text),
      dialects: v.array(text),
      asked: v.array(
        v.object({
          personId: id,
          name: text,
          status: v.picklist(offerStatuses),
          reasons: v.array(matchReason),
          score: v.number(),
          why: v.nullable(text),
          byName: v.nullable(text),
          sentAt: instant,
        }),
      ),
      /** How many said no or nothing; who it was is nobody's business. */
      refusals: count,
      events: v.array(helpEvent),
      allowedActions: v.array(v.picklist(boardActions)),
      version: count,
    }),
  }),

  /**
   * Who else was considered, best first, with this request's points, and where somebody is needed more. Names people with their points, so it leaves an audit row. The points are for this one
   * request; nobody is ranked by them.
   */
  consider: operation({
    access: acting,
    input: { requestId, helpRequestId: id },
    output: v.object({
      people: v.array(
        v.object({
          personId: id,
          name: text,
          score: v.number(),
          walkMinutes: count,
          reasons: v.array(matchReason),
          neededFor: v.nullable(v.object({ helpRequestId: id, kind: v.picklist(helpKinds) })),
        }),
      ),
    }),
    refusals: wrongStatus,
  }),

  /** What choosing somebody by hand would do to the whole pool, before it is saved. */
  previewChoice: operation({
    access: acting,
    input: { requestId, helpRequestId: id, personId: id },
    output: v.object({
      before: reached,
      after: reached,
      /** Rules that do not hold for this person; those that may not be broken are refused. */
      broken: v.array(v.picklist(hardRules)),
      /** Who would have fewer people. */
      losing: v.array(v.object({ helpRequestId: id, kind: v.picklist(helpKinds), places: count })),
    }),
    refusals: {
      ...wrongStatus,
      notForThis: { rules: v.array(v.picklist(hardRules)) },
      notAVolunteer: {},
      alreadyAsked: {},
      windowsOver: {},
    },
  }),

  /** Asks somebody by hand, with a reason; those who were asked and have not answered are told that it is somebody else. */
  choose: operation({
    access: acting,
    input: { requestId, helpRequestId: id, personId: id, reason: words(200, 2) },
    output: v.object({ offerId: id }),
    refusals: {
      ...wrongStatus,
      notForThis: { rules: v.array(v.picklist(hardRules)) },
      notAVolunteer: {},
      alreadyAsked: {},
      hourTaken: {},
      windowsOver: {},
    },
  }),

  /** I answer for it from now on. */
  takeOverHelp: operation({
    access: acting,
    input: { requestId, helpRequestId: id },
    output: done,
    refusals: wrongStatus,
  }),

  /** Closes a request that cannot be met, or was met another way; the words are told to whoever asked. */
  closeHelp: operation({
    access: acting,
    input: { requestId, helpRequestId: id, reason: words(200, 2) },
    output: done,
    refusals: wrongStatus,
  }),

  /** The points of a match, and every version there was. */
  weights: operation({
    access: staff,
    input: {},
    output: v.object({
      weights: weightsShape,
      mayChange: v.boolean(),
      history: v.array(v.object({ changedAt: instant, byName: v.nullable(text), why: text, weights: weightsShape })),
    }),
  }),

  /** New points for the county, with a reason. Only whoever administers the whole county. */
  saveWeights: operation({
    access: ['communityAdmin'],
    input: { requestId, weights: weightsShape, why: words(200, 2) },
    output: done,
    refusals: { outsideYourArea: {} },
  }),
}
