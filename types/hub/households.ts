import * as v from 'valibot'
import {
  areaCode,
  count,
  cursor,
  done,
  id,
  latitude,
  longitude,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import { door, householdPhone, householdRow, hubLimits, linkReason, peopleCount, revealTasks } from './shapes'

/** Households: registered, assigned, moved, counted. Doors and numbers come from `revealHousehold` alone. */

const staff = ['gridWorker', 'communityAdmin'] as const
const linked = v.object({ householdId: id, hubId: v.nullable(id), hubName: v.nullable(text) })
const problem = v.object({ line: count, path: text, problem: text })
const move = v.object({
  householdId: id,
  areaName: text,
  /** Null: it is orphaned now. */
  fromHubId: v.nullable(id),
  fromName: v.nullable(text),
  toHubId: id,
  toName: text,
  metres: count,
})

export const householdOperations = {
  /** Registers a household; the nearest hub with room has it at once. `hubId` null: none has, it is listed as orphaned and tried again. */
  registerHousehold: operation({
    access: staff,
    input: {
      requestId,
      areaCode,
      door,
      people: peopleCount,
      phone: v.optional(householdPhone),
      reason: linkReason,
      /** Absent: the middle of the area. Kept to about a hundred metres. */
      lat: v.optional(latitude),
      lng: v.optional(longitude),
    },
    output: linked,
    refusals: { outsideYourArea: {}, doorTaken: {}, noPlace: {} },
  }),

  /** Takes households in from a CSV file, all or nothing; each problem with its line. */
  importHouseholds: operation({
    access: staff,
    input: {
      requestId,
      base64: v.pipe(
        v.string(),
        v.base64('文件没有读好，请再选一次'),
        v.maxLength((hubLimits.fileBytes / 3) * 4, '文件太大，请用命令行导入'),
      ),
    },
    output: v.object({ added: count, linked: count, orphaned: count }),
    refusals: { problems: { rows: v.array(problem), more: count }, doorTaken: {} },
  }),

  /** Households of the areas I serve; `orphaned` only those without a hub, the longest waiting first come by id. */
  households: operation({
    access: ['gridWorker', 'communityAdmin', 'supervisor'],
    input: {
      areaCode: v.optional(areaCode),
      hubId: v.optional(id),
      orphaned: v.optional(v.boolean(), false),
      cursor,
    },
    output: v.object({ ...page(householdRow).entries, orphaned: count }),
  }),

  /** Households of the hubs that I answer for. */
  myHouseholds: operation({ access: 'signedIn', input: { cursor }, output: page(householdRow) }),

  /** Door and number of one household, for its hub and the staff of its area, for a task that stands in the audit log. */
  revealHousehold: operation({
    access: 'signedIn',
    input: { householdId: id, task: v.picklist(revealTasks, '请选择用途') },
    output: v.object({ householdId: id, door: text, phone: v.nullable(text) }),
  }),

  /** Changes what is known of a household; one that moves is assigned anew at once. `version`: as it was seen. */
  changeHousehold: operation({
    access: staff,
    input: {
      requestId,
      householdId: id,
      version: count,
      people: v.optional(peopleCount),
      reason: v.optional(linkReason),
      phone: v.optional(v.nullable(householdPhone)),
      movesTo: v.optional(v.strictObject({ areaCode, door, lat: v.optional(latitude), lng: v.optional(longitude) })),
    },
    output: linked,
    refusals: { changedMeanwhile: {}, outsideYourArea: {}, doorTaken: {}, noPlace: {} },
  }),

  /** Gives a household to a hub by hand, beyond its room if need be. Of two who do it at once the second is told. */
  linkHousehold: operation({
    access: staff,
    input: { requestId, householdId: id, version: count, hubId: id, why: v.optional(words(100), '') },
    output: linked,
    refusals: { changedMeanwhile: {}, hubClosed: {}, alreadyThere: {} },
  }),

  /** It is no household of this county any more; door and number are deleted, its members are free. */
  endHousehold: operation({
    access: staff,
    input: { requestId, householdId: id, version: count, why: words(100, 2) },
    output: done,
    refusals: { changedMeanwhile: {} },
  }),

  /**
   * What would be moved so that nobody is without a hub and no hub is overloaded, in an area: the fewest households, the nearest hubs. Changes nothing.
   * `fingerprint` names this proposal.
   */
  proposal: operation({
    access: ['communityAdmin'],
    input: { areaCode },
    output: v.object({ moves: v.array(move), orphanedAfter: count, overloadedAfter: count, fingerprint: text }),
    refusals: { outsideYourArea: {} },
  }),

  /** Carries out the proposal that was shown; if it would be another one by now, nothing. */
  applyProposal: operation({
    access: ['communityAdmin'],
    input: { requestId, areaCode, fingerprint: v.pipe(v.string(), v.maxLength(64)) },
    output: v.object({ moved: count }),
    refusals: { outsideYourArea: {}, changedMeanwhile: {} },
  }),
}
