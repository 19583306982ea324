import * as v from 'valibot'
import type { MyHub } from '../../../src/features/hub/my-hub'
import { type ContactDetail, hubCard } from '../../../types/hub'
import { contactDetail } from '../../../types/hub/contacts/shapes'

/** Hubs and contacts as the contract has them; tests state what matters to them. */

const hour = 3_600_000
type Near = NonNullable<MyHub['hub']>

export function hubOf(changes: Partial<Near> = {}): Near {
  const { metres = 240, ...card } = changes
  const shown = v.parse(hubCard, {
    hubId: 5,
    name: '周建国家',
    areaCode: '990101001001001',
    areaName: '柳桥一网格',
    place: '小广场东边一带',
    lat: 30.513,
    lng: 120.513,
    languages: [
      { dialect: 'jiahu', name: '本地话' },
      { dialect: 'mandarin', name: '普通话' },
    ],
    specialties: ['mediation', 'medical'],
    hours: [],
    status: 'open',
    openNow: true,
    openUntil: new Date(Date.now() + 2 * hour),
    opensAt: null,
    away: false,
    hasDeputy: true,
    ...card,
  })
  return { ...shown, metres }
}

export const mineOf = (changes: Partial<MyHub> = {}): MyHub => ({
  household: {
    householdId: 9,
    areaName: '柳桥一网格',
    people: 3,
    joinedAt: new Date(Date.now() - 48 * hour),
    orphaned: false,
    lat: 30.512,
    lng: 120.51,
  },
  hub: hubOf(),
  instead: null,
  answerHours: 24,
  waiting: null,
  ...changes,
})

export function contactOf(changes: Partial<ContactDetail> = {}): ContactDetail {
  const at = new Date(Date.now() - 3 * hour)
  return v.parse(contactDetail, {
    contactId: 7,
    kind: 'difficulty',
    status: 'asked',
    hubId: 5,
    hubName: '周建国家',
    askedAt: at,
    dueAt: new Date(Date.now() + 21 * hour),
    level: 0,
    version: 2,
    side: 'resident',
    personName: '刘敏',
    householdId: 9,
    anonymous: false,
    aboutHost: false,
    overdue: false,
    stars: null,
    comment: null,
    messages: [{ messageId: 1, from: 'resident', mine: true, callBack: false, words: '米吃完了', files: [], at }],
    events: [{ kind: 'ask', by: 'resident', at }],
    handOns: [],
    numbers: { iShare: false, otherShares: false },
    allowedActions: ['say', 'callBack', 'withdraw', 'share'],
    ...changes,
  })
}

/** Handed on to a help request that the resident has not made yet. */
export const handedOn = (changes: Partial<ContactDetail['handOns'][number]> = {}): ContactDetail =>
  contactOf({
    status: 'claimed',
    handOns: [
      {
        handOnId: 3,
        to: 'helpRequest',
        words: '请志愿者来',
        itemCode: null,
        targetId: null,
        targetStatus: null,
        at: new Date(),
        ...changes,
      },
    ],
    allowedActions: changes.targetId ? ['say'] : ['say', 'follow'],
  })
