import type { Contact, HubRow, HubToEdit, InboxRow } from '../../../src/features/branch/shapes'

/** What those who keep hubs get from the cloud; tests state what matters to them. */

export const now = new Date('2026-11-24T14:20:00+08:00')
export const at = (time: string) => new Date(`2026-11-${time}+08:00`)

export const inboxRow = (contactId: number, more: Partial<InboxRow> = {}): InboxRow => ({
  contactId,
  kind: 'ask',
  status: 'asked',
  hubId: 2,
  hubName: '陈家中心户',
  askedAt: at('24T10:20'),
  dueAt: at('25T10:20'),
  level: 0,
  version: 1,
  personName: '李奶奶',
  anonymous: false,
  words: '医保能报多少？',
  mine: true,
  overdue: false,
  ...more,
})

export const contactOf = (contactId: number, more: Partial<Contact> = {}): Contact => ({
  contactId,
  kind: 'ask',
  status: 'asked',
  hubId: 2,
  hubName: '陈家中心户',
  askedAt: at('24T10:20'),
  dueAt: at('25T10:20'),
  level: 0,
  version: 4,
  side: 'host',
  personName: '李奶奶',
  householdId: 9,
  anonymous: false,
  aboutHost: false,
  overdue: false,
  stars: null,
  comment: null,
  messages: [
    {
      messageId: 1,
      from: 'resident',
      mine: false,
      callBack: false,
      words: '医保能报多少？',
      files: [],
      at: at('24T10:20'),
    },
  ],
  events: [{ kind: 'ask', by: 'resident', at: at('24T10:20') }],
  handOns: [],
  numbers: { iShare: false, otherShares: false },
  allowedActions: ['say', 'sort', 'discuss', 'claim', 'answer', 'handOn', 'passOn', 'share'],
  ...more,
})

const card = {
  name: '陈家中心户',
  areaCode: '990101001001',
  areaName: '柳桥社区',
  place: '小广场东边',
  lat: 30.513,
  lng: 120.513,
  languages: [],
  specialties: [],
  hours: [
    { weekday: 1, fromMinute: 1080, untilMinute: 1260 },
    { weekday: 2, fromMinute: 1080, untilMinute: 1260 },
  ],
  status: 'open' as const,
  openNow: false,
  openUntil: null,
  opensAt: null,
  away: false,
  hasDeputy: true,
}

export const hubRow = (hubId: number, more: Partial<HubRow> = {}): HubRow => ({
  ...card,
  hubId,
  households: 12,
  room: 15,
  overloaded: false,
  hostId: 7,
  hostName: '陈国华',
  ...more,
})

export const hubToEdit = (hubId: number, more: Partial<HubToEdit> = {}): HubToEdit => ({
  ...card,
  hubId,
  host: { personId: 7, name: '陈国华' },
  deputies: [{ personId: 8, name: '吴秀英' }],
  branchLead: { personId: 9, name: '郑建国' },
  room: null,
  consentOn: '2026-11-01',
  households: 12,
  ...more,
})
