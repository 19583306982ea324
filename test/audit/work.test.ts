import { randomUUID } from 'node:crypto'
import { askForVerdict, takeVerdict } from '../../cloud/media/settle'
import type { Job } from '../../cloud/platform/jobs'
import { jobs, mediaSubjects } from '../../cloud/server'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { moveTo, publish } from '../factories/activities'
import { decide, type Office, openOffice, picture, resident, submit } from '../factories/applications'
import { liuqiao, township } from '../factories/areas'
import { publishItem } from '../factories/services'
import { photo } from '../files/pictures'
import { askPlace, upload } from '../files/sending'
import { helpWorks } from './help-works'
import { hubWorks } from './hub-works'
import { changesOf, watchChanges } from './watch'

/** Nobody sits at a keyboard, and yet something happens to somebody's affairs: it stands in the log like everything else. */

const hour = 3_600_000
const day = 24 * hour

let cloud: TestCloud
let office: Office
let admin: TestPerson
let wu: TestPerson
let li: TestPerson
let code: string

beforeAll(async () => {
  cloud = await startTestCloud()
  office = await openOffice(cloud)
  admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('admin', { consent: false })
  wu = await resident(cloud)
  li = await resident(cloud, '李四')
  code = await publishItem(cloud, office.admin)
  await watchChanges(cloud.sql)
})
afterAll(() => cloud.stop())

interface Work {
  /** Makes something due; the moment at which the job looks, and what stands in its payload. */
  arrange(): Promise<{ at?: Date; payload?: object } | undefined>
  /** The rows that must be there afterwards. Empty for what only keeps the machinery's own books, whose changes are named instead. */
  leaves: readonly string[]
  changes?: readonly string[]
}

const signUp = async (who: TestPerson, activityId: number) =>
  (await cloud.ask(who, 'activity.signUp', { activityId, party: 1 })).signUpId
const photoOf = async (activityId: number) => {
  const base64 = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 2, 0x31, 0xff, 0xd9]).toString('base64')
  const { photoId } = await cloud.ask(admin, 'activity.addPhoto', { activityId, base64, caption: '' })
  const [check] = await cloud.sql<{ id: number }[]>`select id from media_checks where subject_id = ${photoId}`
  return { photoId, checkId: (check as { id: number }).id }
}
const ended = async () => {
  const activityId = await publish(cloud, admin)
  const signUpId = await signUp(wu, activityId)
  await moveTo(cloud, activityId, new Date(Date.now() - 10 * hour))
  return { activityId, signUpId }
}
let windows = 0
const needingVisit = async () => {
  const who = await resident(cloud)
  await cloud.ask(office.admin, 'application.saveWindow', {
    areaCode: township,
    name: `${++windows} 号窗`,
    department: '县市场监管局',
    place: '柳桥路 1 号',
    phone: '0573-5550199',
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:30', until: '11:30', capacity: 9 })),
    closedDays: [],
  })
  const sent = async (key: string) => ({ key, fileIds: [await picture(cloud, who)] })
  const { applicationId } = await submit(cloud, who, code, {
    answers: { size: 'small', gas: 'yes' },
    documents: [await sent('health'), await sent('plan'), await sent('fire')],
  })
  const { days } = await cloud.ask(who, 'application.slots', { applicationId })
  const startsAt = days.find((d) => d.slots.length > 0 && d !== days[0])?.slots[0]?.startsAt as Date
  await cloud.ask(who, 'application.bookVisit', { applicationId, startsAt })
  return startsAt
}
const finished = async () => {
  const { applicationId } = await submit(cloud, await resident(cloud), code)
  await decide(cloud, office, applicationId)
  return applicationId
}

const works: Record<string, Work> = {
  lapsePromotions: {
    async arrange() {
      const activityId = await publish(cloud, admin, { capacity: 1 })
      const seat = await signUp(wu, activityId)
      await signUp(li, activityId)
      await cloud.ask(wu, 'activity.cancelSignUp', { signUpId: seat })
      await cloud.sql`update sign_ups set answer_by = now() - interval '1 second' where activity_id = ${activityId} and answer_by is not null`
      return {}
    },
    leaves: ['activity.lapsePromotion'],
  },
  closeWaitlists: {
    async arrange() {
      const activityId = await publish(cloud, admin, { capacity: 1 })
      await signUp(wu, activityId)
      await signUp(li, activityId)
      await cloud.sql`update activities set cancel_until = now() - interval '1 minute' where id = ${activityId}`
      return {}
    },
    leaves: ['activity.closeWaitlist'],
  },
  remindOfActivities: {
    async arrange() {
      const activityId = await publish(cloud, admin)
      await signUp(wu, activityId)
      await moveTo(cloud, activityId, new Date(Date.now() + 10 * hour))
      return {}
    },
    leaves: ['activity.remind'],
  },
  closeActivities: {
    async arrange() {
      const came = await cloud.signIn('came', { community: liuqiao })
      const activityId = await publish(cloud, admin)
      await signUp(wu, activityId)
      const there = await signUp(came, activityId)
      await moveTo(cloud, activityId, new Date(Date.now() - 10 * hour))
      await cloud.sql`update sign_ups set status = 'checkedIn', checked_in_at = starts_at where id = ${there}`
      return {}
    },
    leaves: ['activity.close'],
  },
  recheckComments: {
    async arrange() {
      const { activityId, signUpId } = await ended()
      await cloud.sql`update sign_ups set status = 'checkedIn', checked_in_at = now() - interval '3 hours' where id = ${signUpId}`
      const { faults } = cloud.sandbox.state
      faults.push({ path: '/wxa/msg_sec_check', times: 9, errcode: -1 })
      await cloud.ask(wu, 'activity.rate', { activityId, stars: 5, comment: '茶很好喝' })
      faults.length = 0
      return {}
    },
    leaves: ['activity.recheckComment'],
  },
  watchFeedback: {
    async arrange() {
      const draft = {
        kind: 'complaint',
        about: 'service',
        anonymous: false,
        words: '排了两个小时队，没人叫号。',
      } as const
      const { feedbackId } = await cloud.ask(wu, 'feedback.send', draft)
      await cloud.sql`update feedback set owner_id = null, answer_by = now() - interval '1 minute' where id = ${feedbackId}`
      return {}
    },
    leaves: ['feedback.findOwner', 'feedback.tellOverdue'],
  },
  remindOfVisits: {
    arrange: async () => ({ at: new Date((await needingVisit()).getTime() - hour) }),
    leaves: ['application.remindOfVisit'],
  },
  missVisits: {
    arrange: async () => ({ at: new Date((await needingVisit()).getTime() + 2 * day) }),
    leaves: ['application.missVisits'],
  },
  sweepApplications: {
    async arrange() {
      const { applicationId } = await submit(cloud, await resident(cloud), code)
      const until = new Date(Date.now() + 100 * day)
      const days = `[${new Date(Date.now() - day).toISOString().slice(0, 10)},${until.toISOString().slice(0, 10)}]`
      await cloud.sql`
        insert into staff_absences (person_id, days, cover_id)
        select owner_id, ${days}::daterange, case owner_id when ${office.clerk.personId} then ${office.colleague.personId}::bigint else ${office.clerk.personId}::bigint end
          from applications where id = ${applicationId}`
      return { at: new Date(Date.now() + 60 * day) }
    },
    leaves: ['application.deemAccepted', 'application.escalate', 'application.reassign'],
  },
  endConsents: {
    async arrange() {
      const applicationId = await finished()
      await cloud.sql`
        insert into application_helpers (application_id, helper_id, kind, until_at)
        values (${applicationId}, ${li.personId}, 'gridWorker', now() + interval '1 day')`
      return { at: new Date(Date.now() + 2 * day) }
    },
    leaves: ['application.endConsent'],
  },
  closeApplications: {
    async arrange() {
      await finished()
      return { at: new Date(Date.now() + 60 * day) }
    },
    leaves: ['application.close'],
  },
  purgeApplications: {
    arrange: async () => ({ at: new Date(Date.now() + 3000 * day) }),
    leaves: ['application.purge'],
  },
  sweepFiles: {
    async arrange() {
      const fileId = await upload(cloud, wu, await photo())
      const half = await askPlace(cloud, wu)
      await cloud.sql`update files set created_at = now() - interval '31 days' where id in (${fileId}, ${Number(half.objectId)})`
      return {}
    },
    leaves: ['files.sweep'],
  },
  askForVerdict: {
    async arrange() {
      const { checkId } = await photoOf((await ended()).activityId)
      await cloud.sql`update people set openid = null where id = ${admin.personId}`
      return { payload: { checkId } }
    },
    leaves: ['media.askForVerdict'],
  },
  giveUpWaitingForVerdicts: {
    async arrange() {
      const { checkId } = await photoOf((await ended()).activityId)
      await cloud.sql`update media_checks set asked_at = now() - interval '31 minutes' where id = ${checkId}`
      return {}
    },
    leaves: ['media.giveUpWaiting'],
  },
  deleteFileBytes: { arrange: async () => ({ payload: { location: `ab/${randomUUID()}` } }), leaves: [], changes: [] },
  deliverNotice: {
    async arrange() {
      const [notice] = await cloud.sql<{ id: number }[]>`
        insert into message_deliveries (notice_id) select id from notices where person_id = ${wu.personId} limit 1 returning notice_id as id`
      return { payload: { noticeId: notice?.id } }
    },
    leaves: [],
    changes: ['message_deliveries'],
  },
  settleAbandonedDeliveries: {
    async arrange() {
      await cloud.sql`
        insert into message_deliveries (notice_id, status, queued_at) select id, 'sending', now() - interval '1 hour' from notices
         where person_id = ${li.personId} limit 1`
      return {}
    },
    leaves: [],
    changes: ['message_deliveries'],
  },
  forgetOldSessions: {
    async arrange() {
      await cloud.signIn('long-gone')
      await cloud.sql`update sessions set created_at = now() - interval '2 years', expires_at = now() - interval '1 year' where id = (select max(id) from sessions)`
      return {}
    },
    leaves: [],
    changes: ['sessions'],
  },
  forgetOldAnswers: {
    async arrange() {
      await cloud.sql`update request_answers set answered_at = now() - interval '1 year'`
      return {}
    },
    leaves: [],
    changes: ['request_answers'],
  },
  ...helpWorks(
    () => cloud,
    () => admin,
  ),
  ...hubWorks(
    () => cloud,
    () => admin,
  ),
  sealAudit: { arrange: async () => ({}), leaves: [], changes: ['audit_horizon', 'audit_seals'] },
}

it('is known of every job that runs', () => {
  expect(Object.keys(works).sort()).toEqual(jobs.map(({ name }) => name).sort())
})

it.each(Object.entries(works))(
  '%s changes nothing without a row of the log',
  async (name, { arrange, leaves, changes }) => {
    const { at, payload } = (await arrange()) ?? {}
    const [{ last } = { last: 0 }] = await cloud.sql<
      { last: number }[]
    >`select coalesce(max(id), 0) as last from audit_log`
    const job = jobs.find((one) => one.name === name) as Job
    const deps = { sql: cloud.sql, services: cloud.server.services, now: () => at ?? new Date() }
    const { all, silent } = await changesOf(cloud.sql, () => job.run(deps, payload))
    expect(silent).toEqual([])
    const rows = await cloud.sql<{ operation: string }[]>`
    select operation, person_id, role, target from audit_log where id > ${last} order by id`
    expect([...new Set(rows.map((row) => row.operation))]).toEqual(expect.arrayContaining([...leaves]))
    for (const row of rows)
      expect(row).toMatchObject({ person_id: null, role: 'system', target: expect.stringMatching(/^[a-zA-Z]+:\d+$/) })
    if (!changes) return expect(all.length).toBeGreaterThan(0)
    expect(rows).toEqual([])
    expect([...new Set(all.map((change) => change.table))]).toEqual(changes)
  },
)

it('a verdict that WeChat pushes says which picture it was, and what became of it', async () => {
  const { photoId, checkId } = await photoOf((await ended()).activityId)
  await cloud.sql`update media_checks set trace_id = 'trace-1' where id = ${checkId}`
  const deps = { sql: cloud.sql, services: cloud.server.services, subjects: mediaSubjects }
  const push = () => takeVerdict(deps, { traceId: 'trace-1', verdict: 'risky' })
  expect((await changesOf(cloud.sql, push)).silent).toEqual([])
  await push()
  await askForVerdict(deps, checkId)
  expect(
    await cloud.sql`select operation, person_id, role, area_code, before, after from audit_log where target = ${`photo:${photoId}`} and person_id is null`,
  ).toEqual([
    {
      operation: 'media.takeVerdict',
      person_id: null,
      role: 'system',
      area_code: liuqiao,
      before: { photo: 'inReview', waitsFor: 'verdict' },
      after: { verdict: 'risky', photo: 'hidden', waitsFor: null },
    },
  ])
})
