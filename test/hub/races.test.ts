import { addDays, dayOf } from '../../cloud/deadlines/day'
import type { TestPerson } from '../cloud'
import { grid, liuqiao } from '../factories/areas'
import { aHousehold, aHub, type Community, type Hub, householdOf, member, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'
import { meanwhile, type Stop } from './meanwhile'

/** Two who do something about the same household, hub or contact at the same moment, whichever comes first. */

let c: Community
let chen: Hub
let luo: Hub
let deputy: TestPerson
let lead: TestPerson
let li: TestPerson
let home: number
beforeAll(async () => {
  c = await openCommunity()
})
beforeEach(async () => {
  await c.begin()
  deputy = await somebody(c.cloud)
  lead = await somebody(c.cloud)
  const line = { branchLeadId: lead.personId }
  chen = await aHub(c, { ...line, deputyIds: [deputy.personId] })
  luo = await aHub(c, { ...line, name: '罗家中心户', lat: 30.52 })
  home = (await aHousehold(c)).householdId
  li = await member(c, home)
})
afterEach(async () => {
  await c.run('sweepContacts')
  expect(await wrong()).toEqual([])
})
afterAll(() => c.stop())

type Said = Awaited<ReturnType<Community['cloud']['send']>>
const send = (as: TestPerson, name: string, input: object) => c.cloud.send(as, name, input)
/** What somebody was answered: that it is done, why not, or that there is no such thing. */
const came = ({ status, body }: Said) =>
  body.result?.ok ? 'done' : (body.result?.refusal?.reason ?? (status === 404 ? 'notFound' : `${status}`))
const both = async (stop: Stop, first: () => Promise<Said>, second: () => Promise<Said>) =>
  (await meanwhile(c.cloud, stop, first, second)).map(came)

/** Rows that break a promise; none ever do. */
const wrong = () => c.cloud.sql<{ what: string; id: number }[]>`
  select 'lives in a household that has ended' as what, m.id from household_members m join households h on h.id = m.household_id
   where m.left_at is null and h.ended_at is not null
  union all
  select 'looked after by a closed hub', l.id from linked_households l join hubs h on h.id = l.hub_id where l.until is null and h.closed_at is not null
  union all
  select 'counted wrongly', h.id from hubs h where h.households <> (select count(*) from linked_households l where l.hub_id = h.id and l.until is null)
  union all
  select 'a contact that nobody who owes it sees', c.id from contacts c where c.ended_at is null and contact_side(c.owner_id, c) is null
  union all
  select 'owed to a household that has ended', q.id from visit_promises q join households h on h.id = q.household_id
   where h.ended_at is not null and q.status in ('open', 'broken')`

const ask = async (more: object = {}) =>
  (await c.cloud.ask(li, 'hub.askHub', { kind: 'ask', words: '楼道灯坏了', ...more })).contactId
const version = async (table: 'contacts' | 'households', id: number) => {
  const [row] = await c.cloud.sql.unsafe<{ version: number }[]>(`select version from ${table} where id = $1`, [id])
  return row?.version ?? 0
}
const history = async (contactId: number) =>
  (
    await c.cloud.sql<{ kind: string }[]>`select kind from contact_events where contact_id = ${contactId} order by seq`
  ).map(({ kind }) => kind)
const many = async (as: TestPerson, kind: string) =>
  (await c.cloud.ask(as, 'inbox.list', {})).rows.filter((row) => row.kind === kind).length

describe('a contact', () => {
  const event: Stop = { table: 'contact_events', on: 'insert' }

  it('is claimed by one of two', async () => {
    const contactId = await ask()
    const claim = { contactId, version: await version('contacts', contactId), step: 'claim', words: '我来办' }
    const said = await both(
      event,
      () => send(chen.host, 'hub.stepContact', claim),
      () => send(deputy, 'hub.stepContact', claim),
    )
    expect(said).toEqual(['done', 'changedMeanwhile'])
    expect(await history(contactId)).toEqual(['ask', 'claim'])
    expect((await c.cloud.ask(li, 'hub.contact', { contactId })).messages).toHaveLength(2)
  })

  const acts = {
    answer: (contactId: number, seen: number) =>
      send(chen.host, 'hub.answerContact', { contactId, version: seen, words: '换好了' }),
    handOn: (contactId: number, seen: number) =>
      send(deputy, 'hub.handOnContact', { contactId, version: seen, to: 'helpRequest', words: '请人来帮' }),
    passOn: (contactId: number, seen: number) =>
      send(deputy, 'hub.passOnContact', { contactId, version: seen, hubId: luo.hubId, words: '罗家懂电工' }),
    withdraw: (contactId: number) => send(li, 'hub.withdrawContact', { contactId }),
  }
  it.each<[keyof typeof acts, keyof typeof acts, string]>([
    ['answer', 'handOn', 'changedMeanwhile'],
    ['handOn', 'answer', 'changedMeanwhile'],
    ['answer', 'passOn', 'changedMeanwhile'],
    // Whose hub has it no more does not see it either.
    ['passOn', 'answer', 'notFound'],
    ['withdraw', 'answer', 'changedMeanwhile'],
    ['answer', 'withdraw', 'wrongStatus'],
  ])('while it meets %s meets no %s', async (first, second, reason) => {
    const contactId = await ask()
    const seen = await version('contacts', contactId)
    const said = await both(
      event,
      () => acts[first](contactId, seen),
      () => acts[second](contactId, seen),
    )
    expect(said).toEqual(['done', reason])
    expect(await history(contactId)).toEqual(['ask', first])
    expect(await c.cloud.sql`select from contact_hand_ons where contact_id = ${contactId}`).toHaveLength(
      first === 'handOn' ? 1 : 0,
    )
  })

  it('that the clock passes on while it is answered is answered, or passed on and then the next one’s', async () => {
    const contactId = await ask()
    const seen = await version('contacts', contactId)
    c.pass(25)
    const [swept, said] = await meanwhile(
      c.cloud,
      event,
      () => c.run('sweepContacts'),
      () => acts.answer(contactId, seen),
    )
    expect([swept, came(said)]).toEqual([undefined, 'changedMeanwhile'])
    expect(await history(contactId)).toEqual(['ask', 'escalate'])
    const late = await ask()
    const then = await version('contacts', late)
    c.pass(25)
    const [answered] = await meanwhile(
      c.cloud,
      event,
      () => acts.answer(late, then),
      () => c.run('sweepContacts'),
    )
    expect([came(answered), await history(late)]).toEqual(['done', ['ask', 'answer']])
    expect(await many(deputy, 'contactOverdue')).toBe(1)
  })

  it('goes to the deputy once when its host says he is away while the clock looks', async () => {
    const contactId = await ask()
    const day = dayOf(c.now())
    const away = { from: day, until: addDays(day, 3), end: false }
    const absence: Stop = { table: 'hub_absences', on: 'insert' }
    const [said] = await meanwhile(
      c.cloud,
      absence,
      () => send(chen.host, 'hub.setAbsence', away),
      () => c.run('sweepContacts'),
    )
    expect(came(said)).toBe('done')
    await Promise.all([c.run('sweepContacts'), c.run('sweepContacts')])
    expect(await history(contactId)).toEqual(['ask', 'escalate'])
    expect([await many(deputy, 'contactReceived'), await many(deputy, 'contactOverdue')]).toEqual([1, 0])
    const [row] = await c.cloud.sql`select owner_id as "ownerId", level from contacts where id = ${contactId}`
    expect(row).toEqual({ ownerId: deputy.personId, level: 1 })
    // Back again while the clock looks: it stays with whoever has it.
    await Promise.all([send(chen.host, 'hub.setAbsence', { ...away, end: true }), c.run('sweepContacts')])
    await c.run('sweepContacts')
    expect(await history(contactId)).toEqual(['ask', 'escalate'])
  })

  it('of two absences that are entered at once there is one', async () => {
    const day = dayOf(c.now())
    const away = { from: day, until: addDays(day, 3), end: false }
    const said = await Promise.all([1, 2].map(() => send(chen.host, 'hub.setAbsence', away)))
    expect(said.map(came).sort()).toEqual(['alreadyAway', 'done'])
  })
})

describe('a household that ends', () => {
  const end = async () =>
    send(c.gridWorker, 'hub.endHousehold', {
      householdId: home,
      version: await version('households', home),
      why: '搬到外县',
    })
  const newcomer = async () => {
    const { code } = await c.cloud.ask(c.gridWorker, 'hub.inviteToHousehold', { householdId: home })
    const person = await somebody(c.cloud)
    return { person, join: () => send(person, 'hub.joinByCode', { code }) }
  }

  it('while somebody joins it by a code has nobody afterwards, whoever was first', async () => {
    const one = await newcomer()
    expect(await both({ table: 'households', on: 'update' }, end, one.join)).toEqual(['done', 'codeNotValid'])
    expect((await c.cloud.ask(one.person, 'hub.myHub', {})).household).toBeNull()
    // The code was not used up by it.
    expect(await c.cloud.sql`select from household_invitations where used_by = ${one.person.personId}`).toEqual([])
  })

  it('just after somebody joined it by a code ends for him as well', async () => {
    const one = await newcomer()
    expect(await both({ table: 'household_members', on: 'insert' }, one.join, end)).toEqual(['done', 'done'])
    expect((await c.cloud.ask(one.person, 'hub.myHub', {})).household).toBeNull()
  })

  it('while the staff let somebody in has nobody afterwards', async () => {
    const wang = await somebody(c.cloud)
    const { joinRequestId } = await c.cloud.ask(wang, 'hub.askToJoin', { areaCode: grid, door: '1 幢 101 室' })
    const decide = () =>
      send(c.gridWorker, 'hub.decideJoin', { joinRequestId, approve: true, householdId: home, reason: '' })
    expect(await both({ table: 'households', on: 'update' }, end, decide)).toEqual(['done', 'notFound'])
    expect((await c.cloud.ask(wang, 'hub.myHub', {})).waiting).not.toBeNull()
  })

  it('takes no contact with it: what was asked is answered to whoever asked', async () => {
    const open = await ask()
    const asks = () => send(li, 'hub.askHub', { kind: 'ask', words: '还有一件' })
    expect(await both({ table: 'contacts', on: 'insert' }, asks, end)).toEqual(['done', 'done'])
    expect(came(await asks())).toBe('noHub')
    const rows = await c.cloud.sql<{ id: number; ownerId: number }[]>`
      select id, owner_id as "ownerId" from contacts where ended_at is null order by id`
    expect(rows).toHaveLength(2)
    for (const { id, ownerId } of rows) {
      expect(ownerId).toBe(chen.host.personId)
      const answer = { contactId: id, version: await version('contacts', id), words: '换好了' }
      expect(came(await send(chen.host, 'hub.answerContact', answer))).toBe('done')
    }
    expect(came(await send(li, 'hub.rateContact', { contactId: open, stars: 5 }))).toBe('done')
  })

  it('ends once when two end it, and not under somebody who moves it', async () => {
    expect(await both({ table: 'households', on: 'update' }, end, end)).toEqual(['done', 'notFound'])
    const other = (await aHousehold(c)).householdId
    const seen = await version('households', other)
    const move = () =>
      send(c.admin, 'hub.linkHousehold', { householdId: other, version: seen, hubId: luo.hubId, why: '' })
    const endOther = () => send(c.gridWorker, 'hub.endHousehold', { householdId: other, version: seen, why: '搬走' })
    expect(await both({ table: 'linked_households', on: 'insert' }, move, endOther)).toEqual([
      'done',
      'changedMeanwhile',
    ])
  })
})

describe('two of the staff', () => {
  it('who move the same household move it once', async () => {
    const seen = await version('households', home)
    const link = (as: TestPerson) => () =>
      send(as, 'hub.linkHousehold', { householdId: home, version: seen, hubId: luo.hubId, why: '' })
    const stop: Stop = { table: 'linked_households', on: 'insert' }
    expect(await both(stop, link(c.admin), link(c.gridWorker))).toEqual(['done', 'changedMeanwhile'])
    expect(await c.cloud.sql`select from linked_households where household_id = ${home}`).toHaveLength(2)
    expect(await many(luo.host, 'householdsLinked')).toBe(1)
  })

  it.each([
    ['gives it to another hub', 'has it move'],
    ['has it move', 'gives it to another hub'],
  ])('one of whom %s while the other %s: the second is told, and nobody waits for ever', async (first) => {
    const seen = await version('households', home)
    const link = () =>
      send(c.admin, 'hub.linkHousehold', { householdId: home, version: seen, hubId: luo.hubId, why: '' })
    const movesTo = { areaCode: liuqiao, door: `${seen}-${home} 号`, lat: 30.52, lng: 120.513 }
    const move = () => send(c.gridWorker, 'hub.changeHousehold', { householdId: home, version: seen, movesTo })
    const [one, other] = first === 'has it move' ? [move, link] : [link, move]
    const stop: Stop = { table: 'linked_households', on: 'insert' }
    expect(await both(stop, one, other)).toEqual(['done', 'changedMeanwhile'])
  })

  it('who register the same door register it once', async () => {
    const input = householdOf({ door: `同一个门 ${home}` })
    const register = (as: TestPerson) => () => send(as, 'hub.registerHousehold', input)
    expect(await both({ table: 'households', on: 'insert' }, register(c.admin), register(c.gridWorker))).toEqual([
      'done',
      'doorTaken',
    ])
  })
})

describe('a hub that closes', () => {
  const close = () => send(c.admin, 'hub.closeHub', { hubId: chen.hubId, reason: '户长搬走了' })
  const closing: Stop = { table: 'hubs', on: 'update' }
  const arriving: Stop = { table: 'linked_households', on: 'insert' }
  const hubOf = async (householdId: number) => {
    const [row] = await c.cloud.sql<{ hubId: number }[]>`
      select hub_id as "hubId" from linked_households where household_id = ${householdId} and until is null`
    return row?.hubId
  }

  it('takes in nobody who registers meanwhile', async () => {
    const input = householdOf()
    const register = () => send(c.gridWorker, 'hub.registerHousehold', input)
    const [closed, registered] = await meanwhile(c.cloud, closing, close, register)
    expect([came(closed), registered.body.result?.value]).toEqual([
      'done',
      expect.objectContaining({ hubId: luo.hubId }),
    ])
    expect(await hubOf(home)).toBe(luo.hubId)
  })

  it('gives on whoever was registered to it just before', async () => {
    const register = () => send(c.gridWorker, 'hub.registerHousehold', householdOf())
    const [registered, closed] = await meanwhile(c.cloud, arriving, register, close)
    expect([registered.body.result?.value?.hubId, came(closed)]).toEqual([chen.hubId, 'done'])
    expect(await hubOf(registered.body.result?.value?.householdId as number)).toBe(luo.hubId)
  })

  it('is given no household by hand meanwhile, and gives on the one it was given just before', async () => {
    const other = (await aHousehold(c, { lat: 30.52 })).householdId
    expect(await hubOf(other)).toBe(luo.hubId)
    const seen = await version('households', other)
    const link = () =>
      send(c.gridWorker, 'hub.linkHousehold', { householdId: other, version: seen, hubId: chen.hubId, why: '' })
    expect(await both(closing, close, link)).toEqual(['done', 'hubClosed'])
    expect(await hubOf(other)).toBe(luo.hubId)
    const wu = await aHub(c, { name: '吴家中心户' })
    const given = { householdId: other, version: seen, hubId: wu.hubId, why: '' }
    const closeWu = () => send(c.admin, 'hub.closeHub', { hubId: wu.hubId, reason: '户长搬走了' })
    const said = await both(arriving, () => send(c.gridWorker, 'hub.linkHousehold', given), closeWu)
    expect([said, await hubOf(other)]).toEqual([['done', 'done'], luo.hubId])
  })

  it('is asked nothing meanwhile, and what it was asked just before goes up at once', async () => {
    const asks = () => send(li, 'hub.askHub', { kind: 'ask', words: '楼道灯坏了', hubId: chen.hubId })
    expect(await both(closing, close, asks)).toEqual(['done', 'hubClosed'])
    const closeLuo = () => send(c.admin, 'hub.closeHub', { hubId: luo.hubId, reason: '户长搬走了' })
    const asksLuo = () => send(li, 'hub.askHub', { kind: 'ask', words: '楼道灯坏了', hubId: luo.hubId })
    expect(await both({ table: 'contacts', on: 'insert' }, asksLuo, closeLuo)).toEqual(['done', 'done'])
    await c.run('sweepContacts')
    const rows = await c.cloud.sql`select owner_id as "ownerId", level from contacts where ended_at is null`
    expect(rows).toEqual([{ ownerId: lead.personId, level: 2 }])
  })

  it('is passed on no contact meanwhile', async () => {
    const contactId = await ask({ hubId: luo.hubId })
    const to = { contactId, version: await version('contacts', contactId), hubId: chen.hubId, words: '转给您' }
    const pass = () => send(luo.host, 'hub.passOnContact', to)
    expect(await both(closing, close, pass)).toEqual(['done', 'hubClosed'])
    expect(came(await send(luo.host, 'hub.contact', { contactId }))).toBe('done')
  })

  it('has a visit written down before, or refused after', async () => {
    const day = dayOf(c.now())
    const visit = (by: Hub) => () =>
      send(by.host, 'hub.writeVisit', {
        visitedOn: day,
        householdIds: [home],
        heard: '都好',
        promises: [{ householdId: home, words: '换灯', dueOn: day }],
      })
    expect(await both({ table: 'home_visits', on: 'insert' }, visit(chen), close)).toEqual(['done', 'done'])
    expect(await hubOf(home)).toBe(luo.hubId)
    const closeLuo = () => send(c.admin, 'hub.closeHub', { hubId: luo.hubId, reason: '户长搬走了' })
    expect(await both({ table: 'linked_households', on: 'update' }, closeLuo, visit(luo))).toEqual([
      'done',
      'notYourHouseholds',
    ])
    expect(await c.cloud.sql`select from visit_promises where status = 'open'`).toHaveLength(1)
  })

  it('because its host deletes the account leaves nothing with him that was asked meanwhile', async () => {
    const leave = () => send(chen.host, 'people.deleteMe', { confirm: '注销' })
    const asks = () => send(li, 'hub.askHub', { kind: 'ask', words: '楼道灯坏了', hubId: chen.hubId })
    expect(await both({ table: 'contacts', on: 'insert' }, asks, leave)).toEqual(['done', 'done'])
    await c.run('sweepContacts')
    const rows = await c.cloud.sql`select owner_id as "ownerId" from contacts where ended_at is null`
    expect(rows).toEqual([{ ownerId: lead.personId }])
  })
})
