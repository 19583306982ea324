import fc from 'fast-check'
import { closeApplications, endConsents, sweepApplications } from '../../cloud/application/jobs'
import { isLawful, statusAfter } from '../../cloud/application/life/rules'
import { addWorkingDays } from '../../cloud/deadlines/working-days'
import { NotFound } from '../../cloud/platform/fault'
import { type EventKind, ended, eventKinds, type Status, statuses, transitions } from '../../types/application'
import { type Item, monday, type Office, openOffice } from './office'

/** The life of an application, by property: whoever does what in whichever order, the promises hold. */

let office: Office
let promised: Item
let onSpot: Item
beforeAll(async () => {
  office = await openOffice()
  promised = await office.publish({ reviews: [{ key: 'fire', department: '消防' }], correctionDays: 3, deferDays: 3 })
  onSpot = await office.publish({ kind: 'onSpot', promisedLimit: 0 })
})
afterAll(() => office.drop())

it('the table of the contract is the table of the database', async () => {
  const rows = await office.sql<{ kind: string; from: string; to: string }[]>`
    select kind, from_status as "from", to_status as "to" from application_transitions`
  const held = rows.map(({ kind, from, to }) => `${kind}: ${from} → ${to}`).sort()
  const said = eventKinds.flatMap((kind) => {
    const row: { from: readonly Status[]; to?: Status } = transitions[kind]
    return row.from.map((from) => `${kind}: ${from} → ${row.to ?? from}`)
  })
  expect(held).toEqual(said.sort())
})

it('no chain of lawful events leaves the table, comes back from an end, or reaches a decision without acceptance and review', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...eventKinds), { maxLength: 60 }), (events) => {
      let status: Status = 'draft'
      const seen: Status[] = [status]
      for (const kind of events) {
        const next = statusAfter(kind, status)
        if (next === undefined) continue
        expect(statuses).toContain(next)
        // Only an appeal opens again what has ended.
        if ((ended as readonly Status[]).includes(status)) expect(next === status || kind === 'appeal').toBe(true)
        if (next === 'approved' || next === 'refused')
          expect(seen.some((s) => /ccepted$/.test(s)) && seen.includes('inReview')).toBe(true)
        status = next
        seen.push(status)
      }
    }),
    { numRuns: 2000 },
  )
})

it('the database refuses any event that the table does not have, whoever writes it', async () => {
  const id = await office.submit()
  const wrong = fc
    .tuple(fc.constantFrom(...eventKinds), fc.constantFrom(...statuses))
    .filter(([kind, to]) => statusAfter(kind, 'submitted') !== to)
  await fc.assert(
    fc.asyncProperty(wrong, async ([kind, to]) => {
      await expect(
        office.sql`
          insert into application_events (application_id, seq, at, kind, from_status, to_status, actor, previous_hash, hash)
          values (${id}, 2, ${monday}, ${kind}, 'submitted', ${to}, 'system', sha256(''), sha256(''))`,
      ).rejects.toMatchObject({ constraint: 'only_lawful_steps' })
    }),
    { numRuns: 60 },
  )
  await expect(office.sql`update applications set status = 'approved' where id = ${id}`).rejects.toMatchObject({
    constraint: 'status_follows_events',
  })
  await expect(office.sql`update application_events set why = 'x' where application_id = ${id}`).rejects.toThrow()
  await expect(office.sql`delete from application_events where application_id = ${id}`).rejects.toThrow()
})

// ---- both sides and the clock, in any order ----------------------------------------------------------------------------

/** Who does what next. Numbers choose among what is there. */
type Deed =
  | { who: 'applicant' | 'clerk' | 'otherClerk' | 'approver' | 'countyApprover'; does: string }
  | { who: 'clock'; hours: number }

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      who: fc.constantFrom('applicant', 'clerk', 'otherClerk', 'approver', 'countyApprover'),
      does: fc.constantFrom(
        'claim',
        'handOver',
        'saveReview',
        'requestCorrection',
        'accept',
        'acceptConditionally',
        'startReview',
        'suspend',
        'resume',
        'requestExtension',
        'grant',
        'decline',
        'askDepartments',
        'giveOpinion',
        'approve',
        'refuse',
        'deliver',
        'answer',
        'recordAbsence',
        'endAbsence',
        'next',
        'next',
        'next',
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ who: fc.constant('clock' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
)

const reached = new Set<string>()
describe('whatever both sides and the clock do in any order', () => {
  it('every promise holds after every step', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deeds, { minLength: 10, maxLength: 45 }),
        fc.record({
          onSpot: fc.boolean(),
          later: fc.boolean(),
          delivery: fc.constantFrom('electronic' as const, 'post' as const),
        }),
        async (story, start) => {
          office.now = monday
          await office.sql`update staff_absences set ended_at = ${monday} where ended_at is null`
          const item = start.onSpot ? onSpot : promised
          const id = await office.submit({
            item,
            delivery: start.delivery,
            ...(start.later ? { documents: ['idCard'], later: ['floorPlan'] } : {}),
          })
          let before = await office.read(id)
          for (const deed of story) {
            if (deed.who === 'clock') {
              office.now = new Date(office.now.getTime() + deed.hours * 3_600_000)
              await sweepApplications(office.jobs)
              await closeApplications(office.jobs)
              await endConsents(office.jobs)
            } else {
              office.now = new Date(office.now.getTime() + 60_000)
              await perform(id, deed)
            }
            const after = await office.read(id)
            reached.add(after.status)
            await expectPromises(id, before, after)
            before = after
          }
        },
      ),
      { numRuns: 40, endOnFailure: false },
    )
  }, 300_000)

  /** Refusals are answers; anything else is a fault. */
  async function perform(id: number, { who, does }: Exclude<Deed, { who: 'clock' }>): Promise<void> {
    const a = await office.read(id)
    const me = who === 'applicant' ? a.applicantId : office[who]
    const seen = { applicationId: id, version: a.version }
    const next = does === 'next' ? await choose(me, id, who === 'applicant', a.status) : does
    const line = { key: 'floorPlan', what: '没有尺寸', how: '写上再拍' }
    const calls: Record<string, () => Promise<unknown>> = {
      claim: () => office.ask(me, 'claim', seen),
      handOver: () => office.ask(me, 'handOver', { cases: [seen], toPersonId: office.otherClerk, note: '请接着办' }),
      saveReview: () => office.ask(me, 'saveReview', { ...seen, verdicts: [{ key: 'idCard', verdict: 'ok' }] }),
      requestCorrection: () =>
        office.ask(me, 'requestCorrection', { ...seen, lines: [line, { ...line, key: 'form' }] }),
      accept: () => office.ask(me, 'accept', { cases: [seen] }),
      acceptConditionally: () => office.ask(me, 'acceptConditionally', seen),
      startReview: () => office.ask(me, 'startReview', seen),
      suspend: () => office.ask(me, 'suspend', { ...seen, pauseFor: 'test', why: '等检测' }),
      resume: () => office.ask(me, 'resume', seen),
      requestExtension: () => office.ask(me, 'requestExtension', { ...seen, days: 3, reason: '要实地核查' }),
      grant: () => office.ask(me, 'decideExtension', { ...seen, grant: true, reason: '同意' }),
      decline: () => office.ask(me, 'decideExtension', { ...seen, grant: false, reason: '按期办' }),
      askDepartments: () => office.ask(me, 'askDepartments', seen),
      giveOpinion: () => office.ask(me, 'giveOpinion', { ...seen, key: 'fire', agrees: true, opinion: '同意' }),
      approve: () => office.ask(me, 'decide', { ...seen, outcome: 'approved', reason: '' }),
      refuse: () => office.ask(me, 'decide', { ...seen, outcome: 'refused', reason: '不符合条件' }),
      deliver: () => office.ask(me, 'deliver', { ...seen, trackingNumber: 'SF1' }),
      answer: () => office.ask(me, 'answer', { applicationId: id, words: '正在办' }),
      recordAbsence: () => {
        const day = new Date(office.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
        return office.ask(me, 'recordAbsence', { from: day, until: day, coverPersonId: office.otherClerk })
      },
      endAbsence: async () => {
        const { rows } = await office.ask(me, 'absences', {})
        if (rows[0]) await office.ask(me, 'endAbsence', { absenceId: rows[0].absenceId })
      },
      withdraw: () => office.ask(me, 'withdraw', { applicationId: id }),
      correct: () => office.correct(id, ['floorPlan', 'form']),
      supply: async () =>
        office.ask(me, 'supply', {
          applicationId: id,
          documents: [{ key: 'floorPlan', fileIds: [await office.photo(me)] }],
        }),
      say: () => office.ask(me, 'say', { applicationId: id, words: '什么时候好？' }),
    }
    try {
      await calls[next]?.()
    } catch (error) {
      const refused = error instanceof Error && / was refused: /.test(error.message)
      // The applicant is no member of the staff, and the staff is not on the applicant's side.
      const shut = error instanceof NotFound || (error as { status?: number }).status === 403
      if (!refused && !shut) throw error
    }
  }

  /** Something that is allowed now, so that stories get somewhere. */
  async function choose(me: number, id: number, applicant: boolean, status: Status): Promise<string> {
    if (applicant) {
      const may = (['correct', 'supply', 'say'] as const).filter((k) =>
        isLawful(k === 'supply' ? 'supplyInReview' : k, status),
      )
      // Withdrawing ends the story: only sometimes.
      return office.now.getTime() % 7 === 0 ? 'withdraw' : (may[0] ?? 'say')
    }
    const { allowedActions } = await office.ask(me, 'case', { applicationId: id })
    const order = [
      'claim',
      'accept',
      'acceptConditionally',
      'askDepartments',
      'giveOpinion',
      'resume',
      'deliver',
      'approve',
      'startReview',
      'say',
    ]
    const does = order.find((action) => allowedActions.includes(action as never)) ?? 'answer'
    return does === 'say' ? 'answer' : does
  }
})

async function expectPromises(
  id: number,
  before: Awaited<ReturnType<Office['read']>>,
  a: typeof before,
): Promise<void> {
  const over = (ended as readonly Status[]).includes(a.status)
  // 责任到人: an owner always.
  expect(a.ownerId !== null || over).toBe(true)
  // No silent deadline, unless the clock lawfully stands still or nobody has anything to do.
  if (!over && !['delivered', 'rated', 'suspended'].includes(a.status)) expect(a.deadlineAt).not.toBeNull()
  // No clock runs backwards: one that goes on is never due earlier than it was, and versions only grow.
  expect(a.version).toBeGreaterThanOrEqual(before.version)
  const same =
    a.deadlineKind === before.deadlineKind && a.clockStartedAt?.getTime() === before.clockStartedAt?.getTime()
  if (same && a.deadlineAt && before.deadlineAt)
    expect(a.deadlineAt.getTime()).toBeGreaterThanOrEqual(before.deadlineAt.getTime())
  // The decision is never due later than the limit, the extension and the pauses say.
  if (a.deadlineKind === 'decision' && a.clockLimit && a.clockStartedAt) {
    const pauses = await office.sql<{ from: Date; until: Date | null; reason: string }[]>`
      select from_at as "from", until_at as until, reason from application_pauses where application_id = ${id} order by from_at`
    expect(a.deadlineAt).toEqual(addWorkingDays(a.clockStartedAt, a.clockLimit, pauses))
  }
  // What anybody may do next, they may: no action is offered that the life does not have.
  const wrong = await office.sql`
    with steps as (
      select e.*, lag(e.to_status, 1, 'draft') over w as last, lag(e.at) over w as last_at, lag(e.hash) over w as last_hash
        from application_events e where e.application_id = ${id} window w as (order by e.seq)
    )
    select * from steps s
     where s.from_status <> s.last or s.at < s.last_at or s.previous_hash <> coalesce(s.last_hash, decode(repeat('00', 32), 'hex'))
        or s.hash <> application_event_hash((select e from application_events e where e.application_id = s.application_id and e.seq = s.seq))
        or not exists (select from application_transitions t where t.kind = s.kind and t.from_status = s.from_status and t.to_status = s.to_status)`
  expect(wrong).toEqual([])
  const [promises] = await office.sql<Record<string, number>[]>`
    select (select count(*)::int from appointments p where p.application_id = ${id} and p.status in ('booked', 'checkedIn') and p.visit > 1
               and not exists (select from visit_exceptions x where x.application_id = p.application_id)) as "secondVisits",
           (select count(*)::int from correction_lines l where l.application_id = ${id} and l.document_round < l.nth) as "toldTwice",
           (select count(*)::int from application_events e where e.application_id = ${id} and e.kind = 'extend') / 2 as "extendedTwice",
           (select count(*)::int from application_pauses p where p.application_id = ${id} and p.until_at is null and ${a.status} <> 'suspended') as "openPauses",
           (select count(*)::int from application_events e where e.application_id = ${id}
               and e.kind in ('approve', 'refuse') and has_part(e.person_id, (select a from applications a where a.id = ${id}))) as "ownDecisions"`
  expect(promises).toEqual({ secondVisits: 0, toldTwice: 0, extendedTwice: 0, openPauses: 0, ownDecisions: 0 })
  const [last] = await office.sql<{ to: EventKind }[]>`
    select to_status as "to" from application_events where application_id = ${id} order by seq desc limit 1`
  expect(last?.to).toBe(a.status)
}

describe('two at once', () => {
  const race = (works: (() => Promise<unknown>)[]) =>
    Promise.all(
      works.map((work) =>
        work().then(
          () => 'done',
          (error: Error) => /"reason":"(\w+)"/.exec(error.message)?.[1] ?? error.message,
        ),
      ),
    )

  it('of two clerks who claim one case, one has it and the other is told who', async () => {
    for (let n = 0; n < 10; n++) {
      office.now = new Date(monday.getTime() + n)
      const id = await office.submit()
      const seen = await office.seen(id)
      const outcomes = await race([
        () => office.ask(office.clerk, 'claim', seen),
        () => office.ask(office.otherClerk, 'claim', seen),
      ])
      expect(outcomes.sort()).toEqual(['changed', 'done'])
    }
  })

  it('of an acceptance and a withdrawal one comes first, and the other is answered, not lost', async () => {
    for (let n = 0; n < 10; n++) {
      office.now = new Date(monday.getTime() + n)
      const id = await office.submit()
      const { ownerId, applicantId } = await office.read(id)
      const seen = await office.seen(id)
      const outcomes = await race([
        () => office.ask(ownerId as number, 'accept', { cases: [seen] }),
        () => office.ask(applicantId, 'withdraw', { applicationId: id }),
      ])
      const kinds = (await office.events(id)).map((e) => e.kind)
      // A withdrawal is lawful after the acceptance too; an acceptance after the withdrawal is not.
      expect([
        { outcomes: ['done', 'done'], kinds: ['submit', 'accept', 'withdraw'] },
        { outcomes: ['changed', 'done'], kinds: ['submit', 'withdraw'] },
      ]).toContainEqual({ outcomes, kinds })
    }
  })

  it('of a clerk and the clock, one comes first', async () => {
    for (let n = 0; n < 10; n++) {
      office.now = monday
      const id = await office.submit()
      const { ownerId } = await office.read(id)
      const seen = await office.seen(id)
      office.now = new Date(monday.getTime() + 14 * 86_400_000)
      const [clerk] = await race([
        () => office.ask(ownerId as number, 'accept', { cases: [seen] }),
        () => sweepApplications(office.jobs),
      ])
      await sweepApplications(office.jobs)
      const kinds = (await office.events(id)).map((e) => e.kind).filter((kind) => kind !== 'escalate')
      expect([
        { clerk: 'done', kinds: ['submit', 'accept'] },
        { clerk: 'changed', kinds: ['submit', 'deemAccepted'] },
      ]).toContainEqual({ clerk, kinds })
    }
  })

  it('of two bulk acceptances of the same cases, neither waits for ever and each case is accepted once', async () => {
    office.now = monday
    const made = [await office.submit(), await office.submit(), await office.submit()]
    for (const id of made)
      if ((await office.read(id)).ownerId !== office.clerk)
        await office.ask(office.clerk, 'claim', await office.seen(id))
    const cases = await Promise.all(made.map((id) => office.seen(id)))
    const outcomes = await race([
      () => office.ask(office.clerk, 'accept', { cases }),
      () => office.ask(office.clerk, 'accept', { cases: [...cases].reverse() }),
    ])
    expect(outcomes.sort()).toEqual(['changed', 'done'])
    for (const id of made) expect((await office.events(id)).filter((e) => e.kind === 'accept')).toHaveLength(1)
  })
})
