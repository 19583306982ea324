import { heldTables } from '../../cloud/people/held'
import { expectSoundSeats } from '../activity/invariants'
import { eventually, grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { publish } from '../factories/activities'
import { county, liuqiao, shitang, township } from '../factories/areas'

let cloud: TestCloud
let admin: TestPerson
beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', township)
  admin = await cloud.signIn('admin', { consent: false })
})
afterAll(() => cloud.stop())

describe('sessions', () => {
  it('stores only hashes, lists them to their owner, and ends one at once', async () => {
    const here = await cloud.signIn('two-phones')
    const there = await cloud.signIn('two-phones', { consent: false })
    const [stored] =
      await cloud.sql`select encode(token_hash, 'escape') as hash from sessions where person_id = ${here.personId}`
    expect(stored?.hash).not.toContain(here.token)
    const { rows } = await cloud.ask(here, 'people.sessions', {})
    const other = rows.find((row) => !row.current)
    expect(rows).toHaveLength(2)
    expect((await cloud.send(there, 'people.me', {})).status).toBe(200)
    await cloud.ask(here, 'people.revokeSession', { sessionId: other?.sessionId as number })
    await eventually(async () =>
      expect(await cloud.send(there, 'people.me', {})).toMatchObject({ status: 401, body: { code: 211 } }),
    )
    const stranger = await cloud.signIn('stranger')
    expect(
      await cloud.send(stranger, 'people.revokeSession', { sessionId: rows.find((r) => r.current)?.sessionId }),
    ).toMatchObject({ status: 404 })
  })

  it('ends by itself after 30 days', async () => {
    const person = await cloud.signIn('old-session')
    await cloud.sql`update sessions set created_at = now() - interval '31 days', expires_at = now() - interval '1 day' where person_id = ${person.personId}`
    const fresh = await startTestCloudOn(cloud)
    expect(await fresh(person)).toBe(401)
  })
})

describe('roles', () => {
  it('are granted inside the granter’s area only, told to the person, and effective at once', async () => {
    const chen = await cloud.signIn('chen')
    const outside = await cloud.send(admin, 'people.grantRole', {
      personId: chen.personId,
      role: 'organiser',
      areaCode: county,
    })
    expect(outside.body.result).toMatchObject({ refusal: { reason: 'outsideYourArea' } })
    expect(await cloud.send(chen, 'people.grants', {})).toMatchObject({ status: 403 })
    const grant = await cloud.ask(admin, 'people.grantRole', {
      personId: chen.personId,
      role: 'communityAdmin',
      areaCode: liuqiao,
    })
    await eventually(async () => expect((await cloud.send(chen, 'people.grants', {})).status).toBe(200))
    const again = await cloud.send(admin, 'people.grantRole', {
      personId: chen.personId,
      role: 'communityAdmin',
      areaCode: liuqiao,
    })
    expect(again.body.result).toMatchObject({ refusal: { reason: 'alreadyGranted' } })
    expect((await cloud.ask(chen, 'inbox.list', {})).rows[0]).toMatchObject({
      kind: 'roleGranted',
      facts: { role: 'communityAdmin', areaName: '柳桥社区' },
    })
    const theirs = await cloud.send(chen, 'people.grantRole', {
      personId: admin.personId,
      role: 'organiser',
      areaCode: shitang,
    })
    expect(theirs.body.result).toMatchObject({ refusal: { reason: 'outsideYourArea' } })
    await cloud.ask(admin, 'people.revokeRole', { grantId: grant.grantId })
    await eventually(async () => expect(await cloud.send(chen, 'people.grants', {})).toMatchObject({ status: 403 }))
  })

  it('do not count before they begin or after they end', async () => {
    const sun = await cloud.signIn('sun')
    const tomorrow = new Date(Date.now() + 86_400_000)
    await cloud.ask(admin, 'people.grantRole', {
      personId: sun.personId,
      role: 'gridWorker',
      areaCode: liuqiao,
      validFrom: tomorrow,
    })
    expect(
      await cloud.send(sun, 'people.enrolResident', { name: '周大伯', areaCode: liuqiao, agreed: true }),
    ).toMatchObject({ status: 403 })
    const backwards = await cloud.send(admin, 'people.grantRole', {
      personId: sun.personId,
      role: 'clerk',
      areaCode: liuqiao,
      validFrom: tomorrow,
      validUntil: new Date(),
    })
    expect(backwards.body.result).toMatchObject({ refusal: { reason: 'endsBeforeItBegins' } })
  })
})

describe('phone', () => {
  it('is bound by a one-use code, encrypted, masked, found by staff, and nobody else’s', async () => {
    const li = await cloud.signIn('li')
    const shy = await cloud.signIn('shy', { consent: false })
    const code = 'phone:13800138000:1'
    expect((await cloud.send(shy, 'people.bindPhone', { code })).body.result).toMatchObject({
      refusal: { reason: 'consentNeeded' },
    })
    expect(await cloud.ask(li, 'people.bindPhone', { code })).toEqual({ maskedPhone: '138****8000' })
    expect((await cloud.send(li, 'people.bindPhone', { code })).body.result).toMatchObject({
      refusal: { reason: 'codeInvalid' },
    })
    const other = await cloud.signIn('other')
    expect((await cloud.send(other, 'people.bindPhone', { code: 'phone:13800138000:2' })).body.result).toMatchObject({
      refusal: { reason: 'phoneTaken' },
    })
    const [row] = await cloud.sql`select encode(phone_cipher, 'escape') as cipher from people where id = ${li.personId}`
    expect(row?.cipher).not.toContain('13800138000')
    expect((await cloud.ask(admin, 'people.findByPhone', { phone: '13800138000' })).person).toMatchObject({
      personId: li.personId,
    })
    const log = await cloud.sql`select after::text from audit_log where person_id = ${li.personId}`
    expect(JSON.stringify(log)).not.toContain('13800138000')
  })
})

describe('my data', () => {
  it('is exported whole: every table that points at people is covered', async () => {
    const pointing = await cloud.sql<{ table: string }[]>`
      select distinct conrelid::regclass::text as table from pg_constraint where contype = 'f' and confrelid = 'people'::regclass`
    for (const { table } of pointing) expect(heldTables).toContain(table)
    const li = await cloud.signIn('li', { consent: false })
    const file = JSON.parse((await cloud.ask(li, 'people.exportMine', {})).json) as Record<string, unknown[]>
    expect(file.people?.[0]).toMatchObject({ phone: '13800138000' })
    expect(JSON.stringify(file)).not.toMatch(/token_hash|password_hash/)
  })

  it('is deleted without a trace of identity, and seats go to those who wait', async () => {
    const leaver = await cloud.signIn('leaver', { community: liuqiao })
    const waiter = await cloud.signIn('waiter')
    const activityId = await publish(cloud, admin, { capacity: 1 })
    await cloud.ask(leaver, 'activity.signUp', { activityId, party: 1 })
    await cloud.ask(waiter, 'activity.signUp', { activityId, party: 1 })
    expect(await cloud.send(leaver, 'people.deleteMe', { confirm: '好' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'confirm' }] },
    })
    await cloud.ask(leaver, 'people.deleteMe', { confirm: '注销' })
    await eventually(async () => expect(await cloud.send(leaver, 'people.me', {})).toMatchObject({ status: 401 }))
    const [row] = await cloud.sql`select nickname, openid, community_code from people where id = ${leaver.personId}`
    expect(row).toEqual({ nickname: '已注销', openid: null, community_code: null })
    expect((await cloud.ask(waiter, 'activity.detail', { activityId })).mySignUp).toMatchObject({ status: 'confirmed' })
    await expectSoundSeats(cloud.sql)
    expect((await cloud.signIn('leaver', { consent: false })).personId).not.toBe(leaver.personId)
  })

  it('cannot be deleted while others rely on an activity of mine', async () => {
    const organiser = await cloud.signIn('responsible')
    await grantRole(cloud, organiser.personId, 'communityAdmin', liuqiao)
    const again = await cloud.signIn('responsible', { consent: false })
    await publish(cloud, again)
    expect((await cloud.send(again, 'people.deleteMe', { confirm: '注销' })).body.result).toMatchObject({
      refusal: { reason: 'stillResponsible', activities: 1 },
    })
  })
})

describe('privacy consent', () => {
  it('is given by version and withdrawn, after which signing up asks again', async () => {
    const person = await cloud.signIn('consents', { consent: false })
    expect(
      (await cloud.send(person, 'people.givePrivacyConsent', { version: '2020-01-01' })).body.result,
    ).toMatchObject({ refusal: { reason: 'versionChanged' } })
    await cloud.ask(person, 'people.givePrivacyConsent', { version: '2026-11-01' })
    expect((await cloud.ask(person, 'people.me', {})).privacyConsent).toMatchObject({ version: '2026-11-01' })
    await cloud.ask(person, 'people.withdrawPrivacyConsent', {})
    const activityId = await publish(cloud, admin)
    expect((await cloud.send(person, 'activity.signUp', { activityId, party: 1 })).body.result).toMatchObject({
      refusal: { reason: 'consentNeeded' },
    })
  })
})

/** Whether a session still works for a server that has not seen it before: the answer's status. */
async function startTestCloudOn(running: TestCloud) {
  const { buildServer } = await import('../../cloud/server')
  const { createLog } = await import('../../cloud/platform/log')
  const server = await buildServer({
    settings: running.settings,
    sql: running.sql,
    log: createLog('silent'),
    wechat: running.sandbox.wechat,
  })
  return async (person: TestPerson) => {
    const reply = await server.app.inject({
      method: 'POST',
      url: '/1.1/functions/people.me',
      headers: {
        'x-lc-id': running.settings.leancloud.appId,
        'x-lc-key': running.settings.leancloud.appKey,
        'x-lc-session': person.token,
      },
      payload: {},
    })
    await server.app.close()
    return reply.statusCode
  }
}
