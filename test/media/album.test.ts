import { createHash } from 'node:crypto'
import { askForVerdict, giveUpWaiting, type MediaDeps, NotAsked } from '../../cloud/media/settle'
import { mediaSubjects } from '../../cloud/server'
import { eventually, grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { moveTo, publish } from '../factories/activities'
import { liuqiao, shitang } from '../factories/areas'

let cloud: TestCloud
let admin: TestPerson
let elsewhere: TestPerson
let organiser: TestPerson
let activityId: number

const staffOf = async (openid: string, areaCode: string) => {
  const { personId } = await cloud.signIn(openid)
  await grantRole(cloud, personId, 'communityAdmin', areaCode)
  return cloud.signIn(openid, { consent: false })
}
beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await staffOf('admin', liuqiao)
  elsewhere = await staffOf('other-admin', shitang)
  organiser = await cloud.signIn('organiser')
  activityId = await publish(cloud, admin)
  await moveTo(cloud, activityId, new Date(Date.now() - 3_600_000))
  await cloud.sql`update activities set created_by = ${organiser.personId} where id = ${activityId}`
})
afterAll(() => cloud.stop())

/** A JPEG whose image data holds these words, where the sandbox looks for them. */
const pictureOf = (words: string) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 2]),
    Buffer.from(words),
    Buffer.from([0xff, 0xd9]),
  ]).toString('base64')

const add = async (words: string, caption = '') =>
  (await cloud.ask(organiser, 'activity.addPhoto', { activityId, base64: pictureOf(words), caption })).photoId
const deps = (): MediaDeps => ({ sql: cloud.sql, services: cloud.server.services, subjects: mediaSubjects })
const checkOf = async (photoId: number) => {
  const [row] = await cloud.sql<{ id: number; traceId: string | null; verdict: string | null }[]>`
    select id, trace_id as "traceId", verdict from media_checks where subject = 'activityPhoto' and subject_id = ${photoId}`
  if (!row) throw new Error(`photo ${photoId} is not checked`)
  return row
}
/** What the queue does with the job that the picture left there. */
const ask = async (photoId: number) => askForVerdict(deps(), (await checkOf(photoId)).id)
const seenBy = async (who: TestPerson | null, photoId: number) =>
  (await cloud.send(who, 'activity.photo', { photoId })).status === 200
const stateOf = async (photoId: number) =>
  (await cloud.ask(organiser, 'activity.detail', { activityId })).photos.find((p) => p.photoId === photoId)
const waiting = async (as: TestPerson) =>
  (await cloud.ask(as, 'activity.photosToReview', {})).rows.map(({ photoId, why }) => ({ photoId, why }))
const hiddenNotices = async () =>
  (await cloud.ask(organiser, 'inbox.list', {})).rows.filter((row) => row.kind === 'photoHidden')

const signed = (token = cloud.sandbox.wechat.pushToken) => {
  const [timestamp, nonce] = ['1714036504', '1514711492']
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
  return new URLSearchParams({ signature, timestamp, nonce, echostr: 'echo-7' })
}
const push = (body: string | object, query = signed()) =>
  fetch(`${cloud.url}/wechat/push?${query}`, {
    method: 'POST',
    headers: { 'content-type': typeof body === 'string' ? 'text/xml' : 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const verdictEvent = (traceId: string | null, suggest: string) => ({
  Event: 'wxa_media_check',
  trace_id: traceId,
  version: 2,
  errcode: 0,
  result: { suggest },
})

describe('a picture for an album', () => {
  it('is seen by nobody but who runs the activity until WeChat has passed it, and by all afterwards', async () => {
    const photoId = await add('包饺子')
    expect(await seenBy(null, photoId)).toBe(false)
    expect(await seenBy(organiser, photoId)).toBe(true)
    expect((await cloud.ask(null, 'activity.detail', { activityId })).photos).toEqual([])
    expect(await stateOf(photoId)).toMatchObject({ state: 'inReview' })
    const jobs = await cloud.sql`select from graphile_worker.jobs where key = ${`media:${(await checkOf(photoId)).id}`}`
    expect(jobs).toHaveLength(1)
    await ask(photoId)
    await eventually(async () => expect(await seenBy(null, photoId)).toBe(true))
    expect(await waiting(admin)).toEqual([])
    expect(await hiddenNotices()).toEqual([])
  })

  it('is hidden when WeChat finds it risky, and whoever added it is told why', async () => {
    const photoId = await add('违规测试')
    await ask(photoId)
    await eventually(async () => expect(await stateOf(photoId)).toMatchObject({ state: 'hidden' }))
    expect(await seenBy(null, photoId)).toBe(false)
    expect((await hiddenNotices()).map((row) => row.facts)).toMatchObject([
      { activityId, reason: '没有通过微信的内容检查' },
    ])
  })

  it('waits for a person of its area when WeChat has doubts; that person shows it, or hides it with a reason', async () => {
    const [one, other] = [await add('待审测试一'), await add('待审测试二')]
    await ask(one)
    await ask(other)
    await eventually(async () =>
      expect(await waiting(admin)).toEqual([
        { photoId: one, why: 'doubtful' },
        { photoId: other, why: 'doubtful' },
      ]),
    )
    expect(await waiting(elsewhere)).toEqual([])
    expect(await seenBy(admin, one)).toBe(true)
    const show = { photoId: one, decision: { show: true as const } }
    expect(await cloud.send(elsewhere, 'activity.reviewPhoto', show)).toMatchObject({ status: 404 })
    expect(await cloud.send(organiser, 'activity.reviewPhoto', show)).toMatchObject({ status: 403 })
    await cloud.ask(admin, 'activity.reviewPhoto', show)
    expect((await cloud.send(admin, 'activity.reviewPhoto', show)).body.result).toMatchObject({
      refusal: { reason: 'alreadySo', state: 'shown' },
    })
    expect(await seenBy(null, one)).toBe(true)
    const told = (await hiddenNotices()).length
    await cloud.ask(admin, 'activity.reviewPhoto', { photoId: other, decision: { show: false, reason: '看得清门牌' } })
    expect(await seenBy(null, other)).toBe(false)
    expect(await stateOf(other)).toMatchObject({ state: 'hidden', hiddenReason: '看得清门牌' })
    expect(await hiddenNotices()).toHaveLength(told + 1)
  })

  it('waits for a person when the words under it are in doubt', async () => {
    const photoId = await add('饺子', '待审测试')
    expect(await waiting(admin)).toContainEqual({ photoId, why: 'doubtful' })
  })

  it('is a person’s affair when no verdict comes within half an hour', async () => {
    const photoId = await add('春联')
    expect(await giveUpWaiting(deps())).toBe(0)
    await cloud.sql`update media_checks set asked_at = now() - interval '31 minutes' where subject_id = ${photoId}`
    expect(await giveUpWaiting(deps())).toBe(1)
    expect(await waiting(admin)).toContainEqual({ photoId, why: 'unchecked' })
    await ask(photoId) // the queue comes late: nothing is asked any more
    expect((await checkOf(photoId)).traceId).toBeNull()
  })

  it('is a person’s affair when WeChat cannot fetch it from here, and tried again while WeChat is away', async () => {
    const photoId = await add('合影')
    cloud.sandbox.state.faults.push({ path: '/wxa/media_check_async', times: 1, drop: true })
    await expect(ask(photoId)).rejects.toBeInstanceOf(NotAsked)
    expect(await stateOf(photoId)).toMatchObject({ state: 'inReview' })
    const unknownAddress = { ...cloud.server.services, publicUrl: () => undefined }
    await askForVerdict({ ...deps(), services: unknownAddress }, (await checkOf(photoId)).id)
    expect(await waiting(admin)).toContainEqual({ photoId, why: 'unchecked' })
  })

  it('lies at an address that nobody can guess, and only while it is checked', async () => {
    const photoId = await add('剪纸')
    const { id } = await checkOf(photoId)
    expect((await fetch(`${cloud.url}/media/${id}/${'A'.repeat(43)}`)).status).toBe(404)
    let asked = ''
    const wechat = {
      ...cloud.server.services.wechat,
      checkMedia: async ({ url }: { url: string }) => {
        asked = url
        return { traceId: 'trace-by-hand' }
      },
    }
    await askForVerdict({ ...deps(), services: { ...cloud.server.services, wechat } }, id)
    const picture = await fetch(asked)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe(pictureOf('剪纸'))
    expect(await (await push(verdictEvent('trace-by-hand', 'pass'))).text()).toBe('success')
    expect((await fetch(asked)).status).toBe(404)
  })
})

describe('a push', () => {
  /** A picture that WeChat was asked about under this trace id. */
  const asked = async (words: string, traceId: string) => {
    const photoId = await add(words)
    await cloud.sql`update media_checks set trace_id = ${traceId} where subject_id = ${photoId}`
    return photoId
  }

  it('is WeChat’s handshake when it knows the token, and nothing otherwise', async () => {
    const hello = await fetch(`${cloud.url}/wechat/push?${signed()}`)
    expect([hello.status, await hello.text()]).toEqual([200, 'echo-7'])
    expect((await fetch(`${cloud.url}/wechat/push?${signed('another-token')}`)).status).toBe(403)
    expect((await fetch(`${cloud.url}/wechat/push`)).status).toBe(403)
  })

  it('counts once, however often it comes, and the first verdict stands', async () => {
    const photoId = await asked('元宵', 'trace-1')
    for (const suggest of ['pass', 'pass', 'risky']) {
      const reply = await push(verdictEvent('trace-1', suggest))
      expect([reply.status, await reply.text()]).toEqual([200, 'success'])
    }
    expect(await stateOf(photoId)).toMatchObject({ state: 'shown' })
  })

  it('may be faster than the answer that names its trace id', async () => {
    const photoId = await add('对联')
    await push(verdictEvent('trace-2', 'pass'))
    const wechat = { ...cloud.server.services.wechat, checkMedia: async () => ({ traceId: 'trace-2' }) }
    await askForVerdict({ ...deps(), services: { ...cloud.server.services, wechat } }, (await checkOf(photoId)).id)
    expect(await stateOf(photoId)).toMatchObject({ state: 'shown' })
  })

  it('in the old shape is no verdict: a person looks', async () => {
    const photoId = await asked('舞龙', 'trace-3')
    const old = { Event: 'wxa_media_check', trace_id: 'trace-3', isrisky: 0, status_code: 0 }
    expect(await (await push(old)).text()).toBe('success')
    expect(await stateOf(photoId)).toMatchObject({ state: 'inReview' })
    expect(await waiting(admin)).toContainEqual({ photoId, why: 'unchecked' })
  })

  it('forged without the token changes nothing', async () => {
    const photoId = await asked('灯会', 'trace-4')
    expect((await push(verdictEvent('trace-4', 'pass'), signed('guess'))).status).toBe(403)
    expect(await stateOf(photoId)).toMatchObject({ state: 'inReview' })
  })

  it('about other things is taken note of, and XML or encrypted bodies are refused', async () => {
    expect(await (await push({ Event: 'subscribe_msg_popup_event' })).text()).toBe('success')
    expect((await push('<xml><Event>wxa_media_check</Event></xml>')).status).toBe(415)
    expect((await push({ ToUserName: 'gh', Encrypt: 'c2VjcmV0' })).status).toBe(415)
  })
})

it('goes on without its author: a deleted account leaves the picture to a person', async () => {
  const leaver = await cloud.signIn('leaver')
  const photoId = await add('年画')
  await cloud.sql`update activity_photos set added_by = ${leaver.personId} where id = ${photoId}`
  await cloud.sql`update media_checks set person_id = ${leaver.personId} where subject_id = ${photoId}`
  await cloud.ask(leaver, 'people.deleteMe', { confirm: '注销' })
  expect(await waiting(admin)).toContainEqual({ photoId, why: 'unchecked' })
})
