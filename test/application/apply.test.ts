import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { filledIn, type Office, openOffice, picture, resident, submit } from '../factories/applications'
import { liuqiao, yunling } from '../factories/areas'
import { publishItem } from '../factories/services'

/** The applicant's side: drafts, submitting, withdrawing, being helped. */

let cloud: TestCloud
let office: Office
let code: string
beforeAll(async () => {
  cloud = await startTestCloud()
  office = await openOffice(cloud)
  code = await publishItem(cloud, office.admin)
})
afterAll(() => cloud.stop())

const detail = (who: TestPerson, applicationId: number) => cloud.ask(who, 'application.detail', { applicationId })
const refusal = async (who: TestPerson, name: string, input: object) => {
  const { body } = await cloud.send(who, name, input)
  return body.result?.ok === false ? body.result.refusal : body
}

describe('a draft', () => {
  it('is kept in the cloud, incomplete as it is, and is there again on another phone', async () => {
    const wu = await resident(cloud)
    const fileId = await picture(cloud, wu)
    const { applicationId, savedAt } = await cloud.ask(wu, 'application.saveDraft', {
      itemCode: code,
      answers: { size: 'small' },
      form: { shop: '桂' },
      documents: [{ key: 'plan', fileIds: [fileId] }],
    })
    const again = await cloud.signIn(wu.openid, { consent: false })
    const seen = await detail(again, applicationId)
    expect(seen).toMatchObject({
      status: 'draft',
      number: null,
      savedAt,
      values: { shop: '桂' },
      answers: { size: 'small' },
      allowedActions: ['edit', 'submit', 'discard', 'nameHelper'],
    })
    expect(seen.documents.find((d) => d.key === 'plan')?.files).toMatchObject([{ fileId }])
    expect((await cloud.ask(wu, 'application.mine', { when: 'drafts' })).rows).toMatchObject([
      { applicationId, savedAt },
    ])
  })

  it('keeps no typed value in the clear', async () => {
    const wu = await resident(cloud)
    const { applicationId } = await cloud.ask(wu, 'application.saveDraft', {
      itemCode: code,
      form: { shop: '秘密店名' },
    })
    const [row] =
      await cloud.sql`select to_jsonb(a)::text as text, encode(form_cipher, 'escape') as sealed from applications a where id = ${applicationId}`
    expect(row?.text).not.toContain('秘密店名')
    expect(row?.sealed).not.toContain('秘密店名')
  })

  it('goes with its files when it is thrown away', async () => {
    const wu = await resident(cloud)
    const fileId = await picture(cloud, wu)
    const { applicationId } = await cloud.ask(wu, 'application.saveDraft', {
      itemCode: code,
      documents: [{ key: 'plan', fileIds: [fileId] }],
    })
    await cloud.ask(wu, 'application.discardDraft', { applicationId })
    expect(await cloud.send(wu, 'application.detail', { applicationId })).toMatchObject({ status: 404 })
    expect(await cloud.sql`select status from files where id = ${fileId}`).toMatchObject([{ status: 'deleted' }])
  })

  it('is nobody else’s to see, change or submit', async () => {
    const wu = await resident(cloud)
    const stranger = await resident(cloud)
    const { applicationId } = await cloud.ask(wu, 'application.saveDraft', { itemCode: code })
    for (const who of [stranger, office.clerk, office.supervisor]) {
      expect(await cloud.send(who, 'application.detail', { applicationId })).toMatchObject({ status: 404 })
      expect(await cloud.send(who, 'application.saveDraft', { applicationId, itemCode: code })).toMatchObject({
        status: 404,
      })
      expect(await cloud.send(who, 'application.discardDraft', { applicationId })).toMatchObject({ status: 404 })
    }
  })
})

describe('submitting', () => {
  it('answers with a number, who is responsible and by when, and tells both sides', async () => {
    const wu = await resident(cloud)
    const made = await submit(cloud, wu, code)
    expect(made.number).toMatch(new RegExp(`^${liuqiao}-\\d{6}-\\d{4}-\\d$`))
    expect(made).toMatchObject({ ownerName: expect.stringMatching(/孙丽|钱卫/), department: '县市场监管局' })
    const seen = await detail(wu, made.applicationId)
    expect(seen).toMatchObject({
      status: 'submitted',
      number: made.number,
      ownerName: made.ownerName,
      clock: { kind: 'notice', light: expect.stringMatching(/go|soon/), deadlineAt: made.answerBy },
      answersInWords: ['小店', '不用明火'],
      explanation: { limit: 5, published: true },
    })
    expect(seen.explanation?.rows.filter((row) => row.kind === 'counted')).toHaveLength(5)
    expect(seen.events.map((e) => [e.kind, e.from, e.to])).toEqual([['submit', 'draft', 'submitted']])
    expect((await cloud.ask(wu, 'inbox.list', {})).rows).toMatchObject([
      { kind: 'applicationSubmitted', facts: { applicationId: made.applicationId, dueAt: made.answerBy } },
    ])
  })

  it('is answered the same however often it is sent, and makes one', async () => {
    const wu = await resident(cloud)
    const input = { requestId: crypto.randomUUID(), itemCode: code, itemVersion: 1, ...(await filledIn(cloud, wu)) }
    const answers = await Promise.all(Array.from({ length: 4 }, () => cloud.ask(wu, 'application.submit', input)))
    expect(new Set(answers.map((a) => a.number)).size).toBe(1)
    expect(await cloud.sql`select from applications where applicant_id = ${wu.personId}`).toHaveLength(1)
  })

  it('numbers every application of a day once, without a gap, whoever comes at the same moment', async () => {
    const crowd = await Promise.all(Array.from({ length: 8 }, () => resident(cloud)))
    const inputs = await Promise.all(crowd.map((who) => filledIn(cloud, who)))
    const made = await Promise.all(
      crowd.map((who, n) =>
        cloud.ask(who, 'application.submit', {
          itemCode: code,
          itemVersion: 1,
          ...(inputs[n] as (typeof inputs)[number]),
        }),
      ),
    )
    const sequence = made.map(({ number }) => Number(number.split('-')[2])).sort((a, b) => a - b)
    expect(sequence).toEqual(Array.from({ length: 8 }, (_, n) => (sequence[0] as number) + n))
  })

  it('says everything that is missing at once, by name', async () => {
    const wu = await resident(cloud)
    const input = { ...(await filledIn(cloud, wu)), documents: [], form: { seats: 400 } }
    expect(await refusal(wu, 'application.submit', { itemCode: code, itemVersion: 1, ...input })).toMatchObject({
      reason: 'incomplete',
      documents: [
        { key: 'health', name: '健康证' },
        { key: 'plan', name: '店面平面图' },
      ],
      fields: expect.arrayContaining([
        expect.objectContaining({ key: 'shop' }),
        expect.objectContaining({ key: 'seats' }),
      ]),
    })
  })

  it('lets a paper follow later only where that is allowed', async () => {
    const wu = await resident(cloud)
    const later = (key: string) => ({ key, fileIds: [], later: true })
    const plan = { key: 'plan', fileIds: [await picture(cloud, wu)] }
    const input = await filledIn(cloud, wu, { documents: [later('health'), later('plan')] })
    expect(await refusal(wu, 'application.submit', { itemCode: code, itemVersion: 1, ...input })).toMatchObject({
      reason: 'incomplete',
      documents: [{ key: 'plan' }],
    })
    const made = await submit(cloud, wu, code, { documents: [later('health'), plan] })
    expect((await detail(wu, made.applicationId)).documents.find((d) => d.key === 'health')).toMatchObject({
      later: true,
    })
  })

  it('refuses before anything is stored: not eligible, unanswered, an old version, an unknown home, twice', async () => {
    const wu = await resident(cloud)
    const filled = await filledIn(cloud, wu)
    const send = (changes: object) =>
      refusal(wu, 'application.submit', { itemCode: code, itemVersion: 1, ...filled, ...changes })
    expect(await send({ answers: { size: 'large', gas: 'no' } })).toMatchObject({
      reason: 'notEligible',
      goTo: '县政务中心 3 号窗',
    })
    expect(await send({ answers: { size: 'small' } })).toMatchObject({ reason: 'questionsOpen', keys: ['gas'] })
    expect(await send({ itemVersion: 7 })).toMatchObject({ reason: 'itemChanged', version: 1 })
    expect(await send({ itemCode: 'NO-SUCH' })).toMatchObject({ reason: 'notOpen' })
    expect(await send({ personId: office.clerk.personId })).toMatchObject({ reason: 'notYours' })
    expect(await cloud.sql`select from applications where made_by = ${wu.personId}`).toHaveLength(0)
    const homeless = await cloud.signIn('without-a-home')
    expect(
      await refusal(homeless, 'application.submit', {
        itemCode: code,
        itemVersion: 1,
        ...(await filledIn(cloud, homeless)),
      }),
    ).toMatchObject({ reason: 'homeUnknown' })
    const { applicationId } = await submit(cloud, wu, code)
    expect(
      await refusal(wu, 'application.submit', { itemCode: code, itemVersion: 1, ...(await filledIn(cloud, wu)) }),
    ).toMatchObject({ reason: 'alreadyUnderWay', applicationId })
  })

  it('takes nobody else’s files', async () => {
    const wu = await resident(cloud)
    const other = await resident(cloud)
    const stolen = await picture(cloud, other)
    const input = await filledIn(cloud, wu, {
      documents: [
        { key: 'health', fileIds: [stolen] },
        { key: 'plan', fileIds: [await picture(cloud, wu)] },
      ],
    })
    expect(await cloud.send(wu, 'application.submit', { itemCode: code, itemVersion: 1, ...input })).toMatchObject({
      status: 400,
      body: { fields: [{ path: expect.stringContaining('documents.0.fileIds') }] },
    })
  })

  it('goes to nobody who is away, and is refused where there is nobody at all', async () => {
    await cloud.sql`
      insert into staff_absences (person_id, cover_id, days) values (${office.clerk.personId}, ${office.colleague.personId}, daterange(current_date, current_date + 3))`
    for (let n = 0; n < 3; n++) {
      const made = await submit(cloud, await resident(cloud), code)
      expect(made.ownerName).toBe('钱卫东')
    }
    await cloud.sql`update staff_absences set ended_at = now()`
    const staff = cloud.sql`role in ('clerk', 'approver', 'communityAdmin')`
    await cloud.sql`update role_grants set valid_from = now() + interval '1 day' where ${staff}`
    const far = await resident(cloud, '远方', yunling)
    expect(
      await refusal(far, 'application.submit', { itemCode: code, itemVersion: 1, ...(await filledIn(cloud, far)) }),
    ).toMatchObject({ reason: 'noStaff' })
    await cloud.sql`update role_grants set valid_from = now() - interval '1 hour' where ${staff}`
  })

  it('uses papers of an earlier application again, with consent', async () => {
    const wu = await resident(cloud)
    const first = await submit(cloud, wu, code)
    const fileId =
      (await detail(wu, first.applicationId)).documents.find((d) => d.key === 'health')?.files[0]?.fileId ?? 0
    await cloud.ask(wu, 'application.withdraw', { applicationId: first.applicationId })
    const second = await submit(cloud, wu, code, {
      documents: [
        { key: 'health', fileIds: [fileId], reuse: true },
        { key: 'plan', fileIds: [await picture(cloud, wu)] },
      ],
    })
    const reused = (await detail(wu, second.applicationId)).documents.find((d) => d.key === 'health')?.files[0]
    expect(reused?.fileId).not.toBe(fileId)
    expect((await fetch(new URL(reused?.url ?? '', cloud.url))).status).toBe(200)
  })
})

describe('on behalf of somebody', () => {
  it('a family member applies, and both sides of the family read it', async () => {
    const daughter = await resident(cloud, '女儿')
    const { personId } = await cloud.ask(daughter, 'people.addFamilyMember', {
      name: '老妈妈',
      relation: 'parent',
      agreed: true,
    })
    await cloud.sql`update people set community_code = ${liuqiao} where id = ${personId}`
    const { version } = await cloud.ask(null, 'catalogue.item', { code })
    const made = await cloud.ask(daughter, 'application.submit', {
      itemCode: code,
      itemVersion: version,
      personId,
      ...(await filledIn(cloud, daughter)),
    })
    expect(await detail(daughter, made.applicationId)).toMatchObject({ applicantName: '老妈妈' })
    expect((await cloud.ask(daughter, 'application.mine', { when: 'underWay' })).rows).toMatchObject([
      { asHelper: true },
    ])
  })

  it('a named helper sees and acts for one application until the consent ends', async () => {
    const wu = await resident(cloud)
    const helper = await resident(cloud, '热心人')
    await grantRole(cloud, helper.personId, 'gridWorker', `${liuqiao}001`)
    const { applicationId } = await submit(cloud, wu, code)
    expect(await cloud.send(helper, 'application.detail', { applicationId })).toMatchObject({ status: 404 })
    const named = await cloud.ask(wu, 'application.nameHelper', { applicationId, gridWorker: true, agreed: true })
    expect(named.name).toBe('热心人')
    expect(await detail(helper, applicationId)).toMatchObject({
      applicationId,
      helper: { name: '热心人', ended: false },
    })
    expect(
      await refusal(wu, 'application.nameHelper', { applicationId, gridWorker: true, agreed: true }),
    ).toMatchObject({
      reason: 'alreadyHelped',
    })
    await cloud.ask(wu, 'application.endHelper', { applicationId })
    expect(await cloud.send(helper, 'application.detail', { applicationId })).toMatchObject({ status: 404 })
    expect((await detail(wu, applicationId)).events.map((e) => e.kind)).toEqual(['submit', 'nameHelper', 'endHelper'])
  })
})

it('withdraws before the decision, once, and nothing is due any more', async () => {
  const wu = await resident(cloud)
  const { applicationId } = await submit(cloud, wu, code)
  await cloud.ask(wu, 'application.withdraw', { applicationId, reason: '不开了' })
  expect(await detail(wu, applicationId)).toMatchObject({
    status: 'withdrawn',
    clock: { light: 'idle', kind: null, deadlineAt: null },
    allowedActions: [],
  })
  expect(await refusal(wu, 'application.withdraw', { applicationId })).toMatchObject({
    reason: 'wrongStatus',
    status: 'withdrawn',
  })
})

it('words to whoever is responsible come into one thread, and not without end', async () => {
  const wu = await resident(cloud)
  const { applicationId } = await submit(cloud, wu, code)
  for (let n = 0; n < 10; n++) await cloud.ask(wu, 'application.say', { applicationId, words: `第 ${n + 1} 句` })
  expect(await refusal(wu, 'application.say', { applicationId, words: '还有' })).toMatchObject({
    reason: 'tooManyWaiting',
    most: 10,
  })
  expect((await detail(wu, applicationId)).messages).toHaveLength(10)
})

describe('the database', () => {
  it('writes no status that the history does not tell, and no step that the table does not have', async () => {
    const wu = await resident(cloud)
    const { applicationId } = await submit(cloud, wu, code)
    await expect(cloud.sql`update applications set status = 'approved' where id = ${applicationId}`).rejects.toThrow()
    await expect(
      cloud.sql`
        insert into application_events (application_id, seq, at, kind, from_status, to_status, actor, previous_hash, hash)
        values (${applicationId}, 2, now(), 'approve', 'submitted', 'approved', 'system', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
    ).rejects.toThrow('only_lawful_steps')
    await expect(cloud.sql`delete from application_events where application_id = ${applicationId}`).rejects.toThrow(
      'append-only',
    )
    await expect(cloud.sql`update applications set owner_id = null where id = ${applicationId}`).rejects.toThrow(
      'always_an_owner',
    )
    await expect(
      cloud.sql`update applications set deadline_at = null, deadline_kind = null where id = ${applicationId}`,
    ).rejects.toThrow('always_a_deadline')
  })
})
