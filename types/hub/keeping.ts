import * as v from 'valibot'
import { areaCode, count, day, id, operation, text, words } from '../operation'
import { hubCard, hubStatuses } from './shapes'

/** What those who answer for a hub, and those who open, change and close one, have to know before they do. */

/** As what somebody answers for a hub. */
export const hubParts = ['host', 'deputy', 'branchLead'] as const
export type HubPart = (typeof hubParts)[number]

const person = v.object({ personId: id, name: text })

export const keepingOperations = {
  /** Hubs that I answer for, and the days I said I am away, from today on. Who the deputies are is told to the host alone. */
  myHubs: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      hubs: v.array(
        v.object({
          hubId: id,
          name: text,
          areaName: text,
          place: text,
          status: v.picklist(hubStatuses),
          part: v.picklist(hubParts),
          households: count,
          room: count,
          deputies: v.array(text),
        }),
      ),
      absences: v.array(v.object({ from: day, until: day })),
    }),
  }),

  /** A hub of an area that I administer with all that `saveHub` would write. `room` null: the county's setting. Audited. */
  hubToEdit: operation({
    access: ['communityAdmin'],
    input: { hubId: id },
    output: v.object({
      ...hubCard.entries,
      host: person,
      deputies: v.array(person),
      branchLead: v.nullable(person),
      room: v.nullable(count),
      consentOn: day,
      households: count,
    }),
  }),

  /** Party members of an area that I administer, who may host a hub, by a part of their name; at most 20. `hosts`: the hub they have already. Audited. */
  partyMembers: operation({
    access: ['communityAdmin'],
    input: { areaCode, search: v.optional(words(20), '') },
    output: v.object({
      rows: v.array(v.object({ ...person.entries, areaName: text, hosts: v.nullable(text) })),
    }),
    refusals: { outsideYourArea: {} },
  }),

  /** Where the households of a hub would go if it were closed now. Changes nothing. */
  closing: operation({
    access: ['communityAdmin'],
    input: { hubId: id },
    output: v.object({
      to: v.array(v.object({ hubId: id, name: text, households: count, farthestMetres: count })),
      orphaned: count,
      /** Answers that go further up at once. */
      contacts: count,
    }),
    refusals: { alreadyClosed: {} },
  }),
}
