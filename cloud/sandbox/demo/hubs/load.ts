import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import dayjs from 'dayjs'
import { privacyVersion } from '../../../../types/people'
import { recordAudit } from '../../../audit/record'
import { selectSessionsByToken } from '../../../people/sessions/queries'
import { hashToken } from '../../../platform/crypto'
import { inTransaction } from '../../../platform/database'
import type { Caller } from '../../../platform/operations'
import { createEndpoints, type Server } from '../../../server'
import { countyCode } from '../areas'
import { chance, requestIdOf } from '../random'
import { wireOf } from '../wire'
import { beginningOf } from './beginning'
import { liveBranches } from './branches'
import { planContacts } from './contacts'
import { namedHouseholds, planHouseholds, tableOf } from './households'
import { inParallel, liveContacts } from './live'
import { type PlannedPerson, planHubs } from './places'
import { liveVisits, setUpPosts } from './visits'

const demoClient = '演示'
const hourMs = 3_600_000
const dayMs = 24 * hourMs

export interface HowMany {
  households: number
  contacts: number
  /** Residents who have joined their household with their account. */
  members: number
}
export const wholeCounty: HowMany = { households: 700, contacts: 300, members: 240 }

/**
 * Brings the 党员中心户 into the demo county, once: 60 hubs with hosts, deputies and party branches, the households they look after, residents who have joined theirs, and
 * six weeks of contacts, visits and promises that have lived through their clocks. Each step is the operation of its time; the same moment gives the same county, and a load that was interrupted
 * goes on where it stopped, on the same day or another. Runs beside a server that answers, before its jobs begin. Returns false when it was there already.
 */
export async function loadDemoHubs(
  { sql, services, accounts }: Server,
  startedAt = new Date(),
  many: HowMany = wholeCounty,
): Promise<boolean> {
  const [loaded] = await sql`select from audit_log where operation = 'demo.hubsLoaded' limit 1`
  if (loaded) return false
  const now = await beginningOf(sql, startedAt)
  const clock = new AsyncLocalStorage<Date>()
  const endpoints = createEndpoints({ sql, services, recordAudit, now: () => clock.getStore() ?? now })
  const today = dayjs(now).format('YYYY-MM-DD')
  const ago = (days: number, hours = 0) => new Date(now.getTime() - days * dayMs + hours * hourMs)
  const signIn = async (openid: string): Promise<Caller> => {
    const signedIn = await accounts.signInWithCode(`${openid}:h${randomUUID()}`, demoClient, false)
    const [caller] = signedIn ? await selectSessionsByToken(sql, [hashToken(signedIn.token)]) : []
    if (!caller) throw new Error(`the demo person ${openid} could not sign in`)
    return caller
  }
  const ask = (at: Date, who: Caller, name: string, input: object) =>
    clock.run(at, async () => {
      const body = wireOf(input)
      const requestId = requestIdOf(`hubs ${today} ${who.personId} ${name} ${at.getTime()} ${JSON.stringify(body)}`)
      const answer = await endpoints.get(name)?.(who, { requestId, ...body })
      return answer?.ok ? (answer.value as Record<string, unknown>) : undefined
    })
  const callers = new Map<number, Promise<Caller>>()
  const callerOf = (personId: number): Promise<Caller> => {
    const known = callers.get(personId)
    if (known) return known
    const coming = sql<{ openid: string }[]>`select openid from people where id = ${personId}`.then(([person]) =>
      signIn(person?.openid ?? ''),
    )
    callers.set(personId, coming)
    return coming
  }

  const c = chance(990104)
  const admin = await signIn('demo-zhou')
  const hubs = planHubs(c)
  const hubIds = await openHubs()
  await takeIn()
  const members = await moveIn()
  await overload()
  const stage = { sql, services, ask, callerOf }
  await liveContacts(stage, planContacts(c, now, many.contacts, members.length), members, hubIds, now)
  await liveBranches(stage, admin, hubs, now)
  await liveVisits(stage, c, hubIds, now)
  await setUpPosts(stage, admin, hubs, hubIds, ago(60))
  await settle()
  await inTransaction(sql, (tx) =>
    recordAudit(tx, [
      { personId: null, operation: 'demo.hubsLoaded', requestId: null, areaCode: countyCode, after: many },
    ]),
  )
  return true

  /** The hosts are known as party members, have consented, and open. */
  async function openHubs(): Promise<number[]> {
    const ids = new Map<string, number>()
    const people = [...hubs.map(({ host }) => host), ...new Set(hubs.map(({ lead }) => lead))]
    await inParallel(people, async ({ openid, nickname, community }: PlannedPerson) => {
      const who = await signIn(openid)
      await ask(ago(120), who, 'people.givePrivacyConsent', { version: privacyVersion })
      await ask(ago(120), who, 'people.updateMe', { nickname, communityCode: community })
      ids.set(openid, who.personId)
    })
    const idOf = (person: PlannedPerson | undefined) => ids.get(person?.openid ?? '') as number
    const opened: number[] = []
    // One after the other, so that their numbers are the same every time.
    for (const [n, { host, deputies, lead, input }] of hubs.entries()) {
      const at = ago(110, n / 4)
      await ask(at, admin, 'people.grantRole', {
        personId: idOf(host),
        role: 'partyMember',
        areaCode: input.areaCode.slice(0, 12),
        validFrom: at,
      })
      const hub = await ask(at, admin, 'hub.saveHub', {
        ...input,
        hostId: idOf(host),
        deputyIds: deputies.map((other) => idOf(hubs[other]?.host)),
        branchLeadId: idOf(lead),
        consentOn: dayjs(ago(115)).format('YYYY-MM-DD'),
      })
      opened.push(hub?.hubId as number)
    }
    return opened
  }

  /** The households: first those next door to 黄志远, then what the grid workers have written down, a table a community. */
  async function takeIn(): Promise<void> {
    for (const { openid: _, ...household } of namedHouseholds)
      await ask(ago(100), admin, 'hub.registerHousehold', { ...household, phone: undefined })
    const planned = planHouseholds(c, many.households)
    const communities = [...new Set(planned.map(({ areaCode }) => areaCode.slice(0, 12)))].sort()
    for (const [n, code] of communities.entries()) {
      const base64 = tableOf(planned.filter(({ areaCode }) => areaCode.startsWith(code)))
      await ask(ago(98, n), admin, 'hub.importHouseholds', { base64 })
    }
  }

  /** Residents join the household they live in, by a code from the grid worker. */
  async function moveIn(): Promise<Caller[]> {
    const people = await sql<{ openid: string; community: string | null }[]>`
      select openid, community_code as community from people where openid like 'demo-resident-%' and deleted_at is null order by id limit ${many.members}`
    const homes = await sql<{ householdId: number; community: string }[]>`
      select h.id as "householdId", left(h.area_code, 12) as community from households h where h.status = 'linked' order by h.id`
    const named = namedHouseholds.length
    const free = homes.slice(named)
    const own = namedHouseholds.map(({ openid }, n) => ({ openid, householdId: homes[n]?.householdId as number }))
    const others = people.flatMap(({ openid, community }) => {
      const at = Math.max(
        0,
        free.findIndex((home) => home.community === community),
      )
      const [home] = free.splice(at, 1)
      return home ? [{ openid, householdId: home.householdId }] : []
    })
    const joined: Caller[] = []
    await inParallel([...own, ...others], async ({ openid, householdId }, n) => {
      const who = await signIn(openid)
      await ask(ago(95), who, 'people.givePrivacyConsent', { version: privacyVersion })
      const invited = await ask(ago(90, n / 4), admin, 'hub.inviteToHousehold', { householdId })
      await ask(ago(89, n / 4), who, 'hub.joinByCode', { code: invited?.code })
      joined[n] = who
      callers.set(who.personId, Promise.resolve(who))
    })
    return joined
  }

  /** Three hubs have more than they can look after: relatives were given to two by hand, and the third has room for fewer since its host was ill. One pauses. */
  async function overload(): Promise<void> {
    for (const n of [11, 32]) {
      const hubId = hubIds[n] as number
      const [hub] = await sql<{ most: number }[]>`
        select hub_room(h) - h.households + 3 as most from hubs h where h.id = ${hubId}`
      const near = await sql<{ householdId: number; version: number }[]>`
        select h.id as "householdId", h.version from households h join linked_households l on l.household_id = h.id and l.until is null
         where starts_with(h.area_code, ${hubs[n]?.input.areaCode.slice(0, 12) ?? ''}) and l.hub_id <> ${hubId}
         order by h.reason = 'relative' desc, h.id limit ${hub?.most ?? 0}`
      for (const one of near)
        await ask(ago(40), admin, 'hub.linkHousehold', { ...one, hubId, why: '和户长是亲戚，平时就在照应' })
    }
    await change(24, { room: 8 })
    await change(58, { status: 'paused' })
  }

  async function change(n: number, more: object): Promise<void> {
    const [kept] = await sql`
      select h.host_id as "hostId", h.branch_lead_id as "branchLeadId", h.consent_on::text as "consentOn",
             array(select d.person_id from hub_deputies d where d.hub_id = h.id order by d.position) as "deputyIds"
        from hubs h where h.id = ${hubIds[n] as number}`
    await ask(ago(35), admin, 'hub.saveHub', { ...hubs[n]?.input, ...kept, hubId: hubIds[n], ...more })
  }

  /** Inboxes hold what is to do, not what was done; and nobody finds somebody else's devices among their own. */
  async function settle(): Promise<void> {
    await sql`
      delete from notices n where n.kind in ('householdsLinked', 'hubLinked', 'householdJoined', 'promiseDue', 'postListed')`
    await sql`
      delete from notices n using contacts c
       where (n.facts->>'contactId')::bigint = c.id
         and (c.ended_at is not null
              or (n.kind in ('contactReceived', 'contactOverdue') and c.owner_id <> n.person_id)
              or (n.kind = 'contactMoved' and c.status = 'answered'))`
    await sql`
      delete from notices n using visit_promises q
       where n.kind in ('promiseOverdue', 'promiseBroken') and (n.facts->>'promiseId')::bigint = q.id and q.status = 'kept'`
    await sql`update sessions set revoked_at = now() where client = ${demoClient} and revoked_at is null`
  }
}
