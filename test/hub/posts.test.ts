import { liuqiao, yunling } from '../factories/areas'
import { aPartyMember } from '../factories/branches'
import { aHub, type Community, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

let c: Community
beforeAll(async () => {
  c = await openCommunity()
})
beforeEach(async () => {
  await c.begin()
  await c.cloud.sql`truncate hub_posts`
})
afterAll(() => c.stop())

const postOf = (holderId: number, more: object = {}) => ({
  kind: 'vanguard' as const,
  name: '广场先锋岗',
  holderId,
  areaCode: liuqiao,
  place: '柳桥广场岗亭',
  duties: '早晚高峰疏导，帮老人过马路',
  contactWay: '到岗亭找值班的人',
  consentOn: '2026-11-01',
  ...more,
})
const refusal = async (input: object) => (await c.cloud.send(c.admin, 'hub.savePost', input)).body.result?.refusal

it('everybody sees what a post is for and how to reach it, beside its hub, and nobody but the community who holds it', async () => {
  const wu = await aPartyMember(c.cloud, '吴守岗')
  const { hubId } = await aHub(c)
  const { postId } = await c.cloud.ask(c.admin, 'hub.savePost', postOf(wu.personId, { hubId }))
  const { rows } = await c.cloud.ask(null, 'hub.posts', { areaCode: liuqiao })
  expect(rows).toMatchObject([
    { postId, kind: 'vanguard', name: '广场先锋岗', areaName: '柳桥社区', hubId, hubName: '陈家中心户' },
  ])
  expect(JSON.stringify(rows)).not.toMatch(/吴守岗|holder/)
  expect((await c.cloud.ask(null, 'hub.posts', { kind: 'duty' })).rows).toEqual([])
  expect((await c.cloud.ask(null, 'hub.posts', { areaCode: yunling })).rows).toEqual([])
  expect((await c.cloud.ask(c.admin, 'hub.postBoard', {})).rows).toMatchObject([
    { postId, holderId: wu.personId, holderName: '吴守岗', consentOn: '2026-11-01' },
  ])
  expect((await c.cloud.send(c.gridWorker, 'hub.postBoard', {})).status).toBe(403)
  const elsewhere = await somebody(c.cloud, ['communityAdmin', yunling])
  expect((await c.cloud.ask(elsewhere, 'hub.postBoard', {})).rows).toEqual([])
})

it('a post needs a party member who agreed, an area of mine, and no number of anybody’s own', async () => {
  const wu = await aPartyMember(c.cloud, '吴守岗')
  const nobody = await somebody(c.cloud)
  expect(await refusal(postOf(nobody.personId))).toEqual({ reason: 'notAPartyMember' })
  expect(await refusal(postOf(wu.personId, { consentOn: '2026-12-24' }))).toEqual({ reason: 'consentMissing' })
  expect(await refusal(postOf(wu.personId, { areaCode: yunling }))).toEqual({ reason: 'outsideYourArea' })
  expect(await refusal(postOf(wu.personId, { hubId: 999_999 }))).toEqual({ reason: 'noSuchHub' })
  const { status, body } = await c.cloud.send(
    c.admin,
    'hub.savePost',
    postOf(wu.personId, { contactWay: '打 138 0013 8000' }),
  )
  expect([status, JSON.stringify(body.fields)]).toEqual([400, expect.stringContaining('个人手机号')])
  await c.cloud.ask(c.admin, 'hub.savePost', postOf(wu.personId))
  expect(await refusal(postOf(wu.personId))).toEqual({ reason: 'nameTaken' })
})

it('of two who change it at once the second is told', async () => {
  const wu = await aPartyMember(c.cloud, '吴守岗')
  const { postId } = await c.cloud.ask(c.admin, 'hub.savePost', postOf(wu.personId))
  const replies = await Promise.all(
    ['到岗亭', '到社区'].map((contactWay) =>
      c.cloud.send(c.admin, 'hub.savePost', postOf(wu.personId, { postId, version: 1, contactWay })),
    ),
  )
  const refusals = replies.map(({ body }) => body.result?.refusal?.reason ?? 'saved')
  expect(refusals.sort()).toEqual(['changedMeanwhile', 'saved'])
})

it('whoever holds a post takes the consent back and it is listed no more; so does deleting the account', async () => {
  const wu = await aPartyMember(c.cloud, '吴守岗')
  const first = await c.cloud.ask(c.admin, 'hub.savePost', postOf(wu.personId))
  await c.cloud.ask(c.admin, 'hub.savePost', postOf(wu.personId, { kind: 'duty', name: '河边责任区' }))
  expect((await c.cloud.ask(wu, 'hub.myPosts', {})).rows).toHaveLength(2)
  const { postId } = first
  expect((await c.cloud.send(c.gridWorker, 'hub.leavePost', { postId })).status).toBe(404)
  await c.cloud.ask(wu, 'hub.leavePost', { postId })
  expect((await c.cloud.ask(null, 'hub.posts', {})).rows).toMatchObject([{ name: '河边责任区' }])
  const again = await c.cloud.send(c.admin, 'hub.endPost', { postId, reason: '不再设' })
  expect(again.body.result?.refusal).toEqual({ reason: 'alreadyEnded' })
  await c.cloud.ask(wu, 'people.deleteMe', { confirm: '注销' })
  expect((await c.cloud.ask(null, 'hub.posts', {})).rows).toEqual([])
})
