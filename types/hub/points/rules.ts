import * as v from 'valibot'
import { areaCode, count, day, instant, line, operation, requestId, text, words } from '../../operation'
import { cap, code, pointKinds, points, rule } from './shapes'

/** Rules of points: everybody reads them, the community adds versions. */

export const ruleOperations = {
  /** The rules that hold in an area (mine when it is left out) today or later, in the order of their kinds. */
  pointRules: operation({
    access: 'signedIn',
    input: { areaCode: v.optional(areaCode) },
    output: v.object({ rows: v.array(v.object({ ...rule, mayChange: v.boolean() })) }),
  }),

  /** All versions of a rule, the latest first: who changed it as what, and why. */
  pointRuleHistory: operation({
    access: 'signedIn',
    input: { code, areaCode: v.optional(v.nullable(areaCode), null) },
    output: v.object({ rows: v.array(v.object({ ...rule, reason: text, madeAt: instant })) }),
  }),

  /**
   * A new rule, or the next version of one; `version` is the last one seen. For an area that I administer; for the whole county (`areaCode` null) who administers that. A rule
   * never works backwards; it ends by `untilOn`.
   */
  savePointRule: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      code: v.optional(code),
      areaCode: v.optional(v.nullable(areaCode), null),
      version: v.optional(count, 0),
      words: line(60, 2),
      kind: v.picklist(pointKinds, '请选择'),
      points,
      cap: v.optional(cap, null),
      fromOn: day,
      untilOn: v.optional(v.nullable(day), null),
      reason: words(200, 2),
    },
    output: v.object({ code: text, version: count }),
    refusals: {
      outsideYourArea: {},
      noSuchRule: {},
      changedMeanwhile: {},
      notBackwards: {},
      daysWrong: {},
      capTooSmall: {},
      kindFixed: {},
    },
  }),
}
