import type { hub } from '../../../types/hub'
import { dayOf } from '../../deadlines/day'
import { tell } from '../../inbox/tell'
import { areasWithin, selectServedAreas } from '../../people/scope'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { selectMayOpen } from '../hubs/queries'
import { hubWording } from '../wording'
import * as queries from './queries'

type PostOperations = Pick<
  Handlers<typeof hub>,
  'posts' | 'postBoard' | 'savePost' | 'endPost' | 'myPosts' | 'leavePost'
>

/** Posts are seen by everybody, kept by the community, and listed only while whoever holds one agrees. */
export const postOperations: PostOperations = {
  async posts(sql, _who, { areaCode, kind, cursor }, call) {
    const area = areaCode ?? call.services.countyCode
    const rows = await queries.selectCards(sql, area, kind, idAfter(cursor), pageSize + 1)
    return toPage(rows, (row) => [row.postId])
  },

  async postBoard(sql, who, { areaCode, cursor }, call) {
    const served = await selectServedAreas(sql, who.personId, ['communityAdmin'])
    const areas = areasWithin(served, areaCode)
    const page = toPage(await queries.selectBoard(sql, areas, idAfter(cursor), pageSize + 1), (row) => [row.postId])
    call.audit({ target: 'hubPosts', after: { read: page.rows.map(({ postId }) => postId) } })
    return page
  },

  async savePost(tx, who, input, call) {
    const { requestId: _, postId, version, ...post } = input
    const may = await selectMayOpen(tx, who.personId, post.areaCode, post.holderId)
    if (!may.area) return refuse('outsideYourArea')
    if (!may.member) return refuse('notAPartyMember')
    if (post.consentOn > dayOf(call.now)) return refuse('consentMissing')
    if (post.hubId !== null && !(await queries.hasHub(tx, post.hubId))) return refuse('noSuchHub')
    const before = postId === undefined ? undefined : found(await queries.lockPost(tx, who.personId, postId))
    if (before?.ended) return refuse('alreadyEnded')
    if (before && before.version !== version) return refuse('changedMeanwhile')
    const id = before?.postId ?? (await queries.insertPost(tx, post, who.personId, call.now))
    if (before) await queries.updatePost(tx, id, post, call.now)
    const { holderId, areaCode, consentOn, name: title } = post
    if (before?.holderId !== holderId) await tell(tx, [{ personId: holderId, kind: 'postListed', facts: { title } }])
    call.audit({
      target: `hubPost:${id}`,
      areaCode,
      role: 'communityAdmin',
      ...(before ? { before: { holderId: before.holderId, areaCode: before.areaCode } } : {}),
      after: { kind: post.kind, holderId, consentOn },
    })
    return { postId: id }
  },

  async endPost(tx, who, { postId, reason }, call) {
    const post = found(await queries.lockPost(tx, who.personId, postId))
    if (post.ended) return refuse('alreadyEnded')
    await queries.setEnded(tx, postId, reason, call.now)
    const after = { ended: true, reason }
    call.audit({ target: `hubPost:${postId}`, areaCode: post.areaCode, role: 'communityAdmin', after })
    return {}
  },

  async myPosts(sql, who) {
    return { rows: await queries.selectMine(sql, who.personId) }
  },

  async leavePost(tx, who, { postId }, call) {
    const post = found(await queries.lockOwn(tx, who.personId, postId))
    if (post.ended) return refuse('alreadyEnded')
    await queries.setEnded(tx, postId, hubWording.consentWithdrawn, call.now)
    call.audit({ target: `hubPost:${postId}`, areaCode: post.areaCode, after: { consentWithdrawn: true } })
    return {}
  },
}
