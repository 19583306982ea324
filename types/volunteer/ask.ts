import * as v from 'valibot'
import {
  areaCode,
  count,
  cursor,
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
import { helpKinds } from './kinds'
import { helpStatuses } from './life'
import { code, homeArea, sex, skillLevel, span, strength, urgency, volunteerLimits } from './shapes'
import { helpDetail, helpRow } from './views'

/** Asking for help: three taps, a live state, a way on whatever happens. */

const windows = v.pipe(
  v.array(span),
  v.minLength(1, '请选择时间'),
  v.maxLength(volunteerLimits.windows, `最多 ${volunteerLimits.windows} 个时间`),
)
const wishes = v.strictObject({
  dialect: v.optional(strength),
  homeCounty: v.optional(strength),
  sameSex: v.optional(strength),
})

/** Why times cannot be taken: they end before they begin, lie in the past, are shorter than the help takes, or too far away. */
const badTimes = {
  timesWrong: { why: v.picklist(['past', 'tooShort', 'tooFar', 'overlap', 'tooLong']) },
}
const wrongStatus = { wrongStatus: { status: v.picklist(helpStatuses) } }

export const askOperations = {
  /**
   * Asks for help. The engine looks at once: the answer says whether people were asked already. What is not said comes from the kind (types/volunteer/kinds.ts)
   * and from the person who is helped.
   */
  ask: operation({
    access: 'signedIn',
    input: {
      requestId,
      kind: v.picklist(helpKinds, '请选择要帮什么'),
      words: v.optional(words(500), ''),
      urgency,
      windows,
      minutes: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(10, '至少 10 分钟'), v.maxValue(720, '最多 12 小时')),
      ),
      people: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(volunteerLimits.people, '人数太多')),
      ),
      skills: v.optional(
        v.pipe(v.array(v.strictObject({ skill: code, level: v.optional(skillLevel) })), v.maxLength(4, '最多四样')),
      ),
      /** For whom: me, or somebody I may act for. */
      personId: v.optional(id),
      /** The grid or community; absent: where the person lives. */
      areaCode: v.optional(areaCode),
      address: v.optional(line(100, 0), ''),
      /** Absent: the middle of the area. */
      lat: v.optional(latitude),
      lng: v.optional(longitude),
      homeAreaCode: v.optional(homeArea),
      dialects: v.optional(v.pipe(v.array(code), v.maxLength(volunteerLimits.dialects)), []),
      sex: v.optional(sex),
      wishes: v.optional(wishes, {}),
      /** False: staff arrange it (PIPL art. 24). */
      automatic: v.optional(v.boolean(), true),
    },
    output: v.object({
      helpRequestId: id,
      status: v.picklist(helpStatuses),
      /** How many people were asked at once. */
      asked: count,
      answerBy: v.nullable(instant),
      ownerName: text,
    }),
    refusals: {
      consentNeeded: {},
      notYours: {},
      noHome: {},
      unknownSkill: { skill: text },
      unknownDialect: { dialect: text },
      ...badTimes,
      tooManyRequests: { most: count },
      nobodyResponsible: {},
    },
  }),

  /** Requests of mine and of those I asked for, those under way first. */
  myRequests: operation({ access: 'signedIn', input: { cursor }, output: page(helpRow) }),

  /** One of them, live. */
  request: operation({ access: 'signedIn', input: { helpRequestId: id }, output: helpDetail }),

  /** Other times or fewer wishes; those who were asked are told, and it is matched anew. */
  changeRequest: operation({
    access: 'signedIn',
    input: {
      requestId,
      helpRequestId: id,
      windows: v.optional(windows),
      wishes: v.optional(wishes),
    },
    output: helpDetail,
    refusals: { ...wrongStatus, ...badTimes },
  }),

  /** Not needed any more. Whoever was asked or comes is told. */
  cancelRequest: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id },
    output: done,
    refusals: wrongStatus,
  }),

  /** 换个人: somebody else, please. No reason is asked, nothing is counted against anybody; `never` also never again. */
  swapPerson: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id, assignmentId: id, never: v.optional(v.boolean(), false) },
    output: helpDetail,
    refusals: { ...wrongStatus, tooLate: {} },
  }),

  /** Staff shall arrange it instead of the engine. */
  askStaff: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id },
    output: helpDetail,
    refusals: wrongStatus,
  }),

  /** The engine shall (again): for the requester's side, and for staff who answer for it. */
  matchAgain: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id },
    output: v.object({ status: v.picklist(helpStatuses) }),
    refusals: { ...wrongStatus, ...badTimes },
  }),

  /** It is done; `longer` confirms that it took longer than planned. */
  confirmDone: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id, longer: v.optional(v.boolean(), false) },
    output: done,
    refusals: wrongStatus,
  }),

  /** Stars 1 … 5 and words, once. */
  rateHelp: operation({
    access: 'signedIn',
    input: {
      requestId,
      helpRequestId: id,
      stars: v.pipe(v.number('请点星星'), v.integer(), v.minValue(1), v.maxValue(5)),
      comment: v.optional(words(300), ''),
    },
    output: done,
    refusals: wrongStatus,
  }),

  /** Words to the other side of a task, from the requester or from whoever comes; or a wish to be called by relay. */
  sayAboutHelp: operation({
    access: 'signedIn',
    input: {
      requestId,
      helpRequestId: id,
      words: v.optional(words(300), ''),
      callBack: v.optional(v.boolean(), false),
    },
    output: done,
    refusals: { ...wrongStatus, nothingSaid: {}, nobodyThere: {} },
  }),
}
