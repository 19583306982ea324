import dayjs from 'dayjs'
import { privacyVersion } from '../../../../types/people'
import { recordAudit } from '../../../audit/record'
import { selectSessionsByToken } from '../../../people/sessions/queries'
import { hashToken } from '../../../platform/crypto'
import { inTransaction } from '../../../platform/database'
import type { JobDeps } from '../../../platform/jobs'
import type { Caller } from '../../../platform/operations'
import { createEndpoints, type Server } from '../../../server'
import { volunteerJobs } from '../../../volunteer/jobs'
import { countyCode } from '../areas'
import { chance, requestIdOf } from '../random'
import { wireOf } from '../wire'
import { luo, type PlannedVolunteer, planVolunteers } from './people'
import { begin, type PlannedRequest, planRequests } from './requests'
import { foundTeams, type Joined, setDuty } from './teams'

const demoClient = '演示'
const atOnce = 12
const hourMs = 3_600_000
const dayMs = 24 * hourMs

export interface HowMany {
  volunteers: number
  past: number
  coming: number
  /** Who wait for the community. */
  applicants: number
}
export const wholeCounty: HowMany = { volunteers: 2000, past: 67, coming: 78, applicants: 8 }

/**
 * Brings 老乡帮帮团 into the demo county, once: volunteers from all over China with what they can, when they are free and what papers they have; requests that were
 * served, rated, and those of the coming days in every state. Each step is the operation of its time; the same day gives the same county, and a load that was interrupted
 * goes on where it stopped. Runs beside a server that answers, before its jobs begin: the clock would settle what is being lived through. Returns false when it was there already.
 */
export async function loadDemoVolunteers(
  { sql, services, accounts }: Server,
  now = new Date(),
  many: HowMany = wholeCounty,
): Promise<boolean> {
  const [loaded] = await sql`select from audit_log where operation = 'demo.volunteersLoaded' limit 1`
  if (loaded) return false
  let moment = now
  const endpoints = createEndpoints({ sql, services, recordAudit, now: () => moment })
  const today = dayjs(now).format('YYYY-MM-DD')
  let codes = 0

  const signIn = async (openid: string): Promise<Caller> => {
    const signedIn = await accounts.signInWithCode(`${openid}:v${today}-${now.getTime()}-${codes++}`, demoClient, false)
    const [caller] = signedIn ? await selectSessionsByToken(sql, [hashToken(signedIn.token)]) : []
    if (!caller) throw new Error(`the demo person ${openid} could not sign in`)
    return caller
  }
  const ask = async (who: Caller, name: string, input: object): Promise<Record<string, unknown> | undefined> => {
    const body = wireOf(input)
    const requestId = requestIdOf(`helpers ${today} ${who.personId} ${name} ${JSON.stringify(body)}`)
    const answer = await endpoints.get(name)?.(who, { requestId, ...body })
    return answer?.ok ? (answer.value as Record<string, unknown>) : undefined
  }

  const c = chance(990103)
  const admin = await signIn('demo-zhou')
  const planned = [luo, ...planVolunteers(c, many.volunteers - 1 + many.applicants)]
  moment = new Date(now.getTime() - 60 * dayMs)
  const callers = new Map<number, Caller>()
  const joined: Joined[] = []
  await inParallel(planned, async (one, n) => {
    const caller = await joinIn(one, n < many.volunteers)
    callers.set(caller.personId, caller)
    const { name, homeAreaCode, skills } = one.profile
    if (n < many.volunteers) joined[n] = { caller, name, homeAreaCode, skills: skills.map(({ skill }) => skill) }
  })
  await foundTeams(ask, admin, joined)
  const residents = await sql<{ openid: string }[]>`
    select openid from people where openid like 'demo-resident-%' and deleted_at is null order by id limit 200`
  const { past, coming } = planRequests(c, now, { ...many, residents: residents.length })
  for (let from = 0; from < past.length; ) {
    // A week at a time: asked on its first morning, answered by noon, then served day by day.
    const end = +begin(past[from] as PlannedRequest) + 7 * dayMs
    const week = past.filter((one, i) => i >= from && +begin(one) < end)
    await liveWeek(week)
    from += week.length
  }
  moment = now
  const named = ['demo-wang', 'demo-li']
  for (const [n, one] of coming.entries()) {
    const who = await signIn(named[n] ?? (residents[one.resident]?.openid as string))
    const asked = await ask(who, 'volunteer.ask', one.input)
    if (asked) await answerAll(asked.helpRequestId as number, one)
  }
  await setDuty(ask, admin, joined, now)
  // The administrators' inbox holds what is to do, not what was done.
  await sql`
    delete from notices n using volunteers v
     where n.kind = 'volunteerApplied' and (n.facts->>'volunteerId')::bigint = v.person_id and v.status <> 'applied'`
  await sql`update sessions set revoked_at = now() where client = ${demoClient} and revoked_at is null`
  await inTransaction(sql, (tx) =>
    recordAudit(tx, [
      { personId: null, operation: 'demo.volunteersLoaded', requestId: null, areaCode: countyCode, after: many },
    ]),
  )
  return true

  async function joinIn({ openid, profile, papers, insured }: PlannedVolunteer, takeIn: boolean): Promise<Caller> {
    const who = await signIn(openid)
    const { personId } = who
    await ask(who, 'people.givePrivacyConsent', { version: privacyVersion })
    await ask(who, 'volunteer.saveProfile', profile)
    if (!takeIn) return who
    await ask(admin, 'volunteer.decideVolunteer', { personId, approve: true })
    const until = new Date(now.getTime() + 400 * dayMs)
    for (const skill of papers) await ask(admin, 'volunteer.checkCertificate', { personId, skill, until })
    if (insured) await ask(admin, 'volunteer.setInsurance', { personId, until })
    return { ...who, grants: [{ role: 'volunteer', areaCode: profile.areaCode.slice(0, 12) }] }
  }

  /** Whoever is asked answers as planned; after a no the clock's work asks the next. Returns the tasks that came of it. */
  async function answerAll(helpRequestId: number, { answers }: PlannedRequest): Promise<[Caller, number][]> {
    const tasks: [Caller, number][] = []
    for (const accept of answers) {
      const offers = await sql<{ offerId: number; personId: number }[]>`
        select id as "offerId", person_id as "personId" from offers where request_id = ${helpRequestId} and status = 'sent' order by id`
      for (const { offerId, personId } of offers) {
        const who = callers.get(personId)
        const answer =
          who && (await ask(who, 'volunteer.answerOffer', { offerId, accept, ...(accept ? {} : { reason: 'busy' }) }))
        if (who && answer?.assignmentId) tasks.push([who, answer.assignmentId as number])
      }
      if (!accept) await seekNow(helpRequestId)
    }
    return tasks
  }

  async function seekNow(helpRequestId: number): Promise<void> {
    const deps: JobDeps = { sql, services, now: () => moment }
    await volunteerJobs.find(({ name }) => name === 'seekHelp')?.run(deps, { helpRequestId })
  }

  async function liveWeek(week: readonly PlannedRequest[]): Promise<void> {
    const first = begin(week[0] as PlannedRequest)
    moment = new Date(+first - 2 * dayMs)
    const tasks: { one: PlannedRequest; asker: Caller; helpRequestId: number; tasks: [Caller, number][] }[] = []
    for (const one of week) {
      const asker = await signIn(residents[one.resident]?.openid as string)
      const asked = await ask(asker, 'volunteer.ask', one.input)
      const helpRequestId = asked?.helpRequestId as number | undefined
      if (helpRequestId !== undefined)
        tasks.push({ one, asker, helpRequestId, tasks: await answerAll(helpRequestId, one) })
    }
    for (const { one, asker, helpRequestId, tasks: mine } of tasks) {
      const { from, until } = one.input.windows[0] as { from: Date; until: Date }
      if (mine.length === 0) {
        // Nobody could come: the community found another way.
        moment = from
        await ask(admin, 'volunteer.closeHelp', { helpRequestId, reason: '社区的工作人员上门办好了' })
        continue
      }
      moment = new Date(+from - 20 * 60_000)
      for (const [who, assignmentId] of mine) await ask(who, 'volunteer.setOut', { assignmentId })
      moment = from
      for (const [who, assignmentId] of mine) await ask(who, 'volunteer.checkIn', { assignmentId })
      moment = new Date(+until - 5 * 60_000)
      for (const [who, assignmentId] of mine) await ask(who, 'volunteer.checkOut', { assignmentId })
      moment = new Date(+until + hourMs)
      await ask(asker, 'volunteer.confirmDone', { helpRequestId })
      await ask(asker, 'volunteer.rateHelp', { helpRequestId, stars: one.stars, comment: one.comment })
    }
  }
}

async function inParallel<T>(items: readonly T[], work: (item: T, n: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let n = next++; n < items.length; n = next++) await work(items[n] as T, n)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
