import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { publish } from '../factories/activities'
import { liuqiao } from '../factories/areas'

let cloud: TestCloud
let admin: TestPerson
let wang: TestPerson
let li: TestPerson

beforeAll(async () => {
  cloud = await startTestCloud()
  const { personId } = await cloud.signIn('admin')
  await grantRole(cloud, personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('admin', { consent: false })
  wang = await cloud.signIn('wang')
  li = await cloud.signIn('li')
})
afterAll(() => cloud.stop())

const codeOf = async (activityId: number) =>
  (await cloud.ask(admin, 'activity.detail', { activityId })).inviteCode as string
const signUp = (as: TestPerson, activityId: number, inviteCode?: string) =>
  cloud.send(as, 'activity.signUp', { activityId, party: 1, ...(inviteCode === undefined ? {} : { inviteCode }) })

it('lets in whoever has the code, and nobody else sees it', async () => {
  const activityId = await publish(cloud, admin, { join: 'invited' })
  const code = await codeOf(activityId)
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/)
  expect((await cloud.ask(wang, 'activity.detail', { activityId })).inviteCode).toBeNull()
  for (const wrong of [undefined, 'AAAAAA', code.toLowerCase()]) {
    expect((await signUp(wang, activityId, wrong)).body.result).toMatchObject({
      refusal: { reason: 'notEligible', why: 'invited' },
    })
  }
  expect((await signUp(wang, activityId, code)).body.result).toMatchObject({ value: { status: 'confirmed' } })
})

it('a new code ends the old one; who came with it stays', async () => {
  const activityId = await publish(cloud, admin, { join: 'invited' })
  const old = await codeOf(activityId)
  await signUp(wang, activityId, old)
  const { inviteCode } = await cloud.ask(admin, 'activity.renewInvitation', { activityId })
  expect(inviteCode).not.toBe(old)
  expect(await codeOf(activityId)).toBe(inviteCode)
  expect((await signUp(li, activityId, old)).body.result).toMatchObject({ refusal: { why: 'invited' } })
  expect((await signUp(li, activityId, inviteCode)).body.result).toMatchObject({ value: { status: 'confirmed' } })
  expect((await cloud.ask(wang, 'activity.detail', { activityId })).mySignUp).toMatchObject({ status: 'confirmed' })
  const log = await cloud.sql`select after::text from audit_log where operation = 'activity.renewInvitation'`
  expect(JSON.stringify(log)).not.toContain(inviteCode)
})

it('is the organiser’s alone, and only where one is invited', async () => {
  const invited = await publish(cloud, admin, { join: 'invited' })
  const open = await publish(cloud, admin)
  expect(await cloud.send(wang, 'activity.renewInvitation', { activityId: invited })).toMatchObject({ status: 404 })
  expect((await cloud.send(admin, 'activity.renewInvitation', { activityId: open })).body.result).toMatchObject({
    refusal: { reason: 'notByInvitation' },
  })
  await cloud.ask(admin, 'activity.cancel', { activityId: invited, reason: '改期再办' })
  expect((await cloud.send(admin, 'activity.renewInvitation', { activityId: invited })).body.result).toMatchObject({
    refusal: { reason: 'alreadyOver' },
  })
})
