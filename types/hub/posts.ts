import * as v from 'valibot'
import { areaCode, count, cursor, day, done, id, line, operation, page, requestId, text, words } from '../operation'

/** Posts (先锋岗、示范区、责任区) of party members, listed beside hubs: what for and how to reach them, never who holds them. */

export const postKinds = ['vanguard', 'model', 'duty'] as const
export type PostKind = (typeof postKinds)[number]

const postKind = v.picklist(postKinds, '请选择哪一种')
/** A way to reach a post: a place, an hour, an office's number. A mobile number is somebody's own and is refused. */
const contactWay = v.pipe(
  line(60, 2),
  v.check((s) => !/1[\d\s-]{10,}/.test(s.normalize('NFKC')), '请不要写个人手机号'),
)

export const postCard = v.object({
  postId: id,
  kind: v.picklist(postKinds),
  name: text,
  areaCode: text,
  areaName: text,
  place: text,
  duties: text,
  contactWay: text,
  /** The hub that one may turn to as well. */
  hubId: v.nullable(id),
  hubName: v.nullable(text),
})
export type PostCard = v.InferOutput<typeof postCard>

export const postOperations = {
  /** Posts of an area, for everybody. */
  posts: operation({
    access: 'anyone',
    input: { areaCode: v.optional(areaCode), kind: v.optional(postKind), cursor },
    output: page(postCard),
  }),

  /** Posts of the areas that I administer, with who holds them. Audited. */
  postBoard: operation({
    access: ['communityAdmin'],
    input: { areaCode: v.optional(areaCode), cursor },
    output: page(v.object({ ...postCard.entries, holderId: id, holderName: text, consentOn: day, version: count })),
  }),

  /** Sets up a post in an area that I administer, or changes it. The holder is a party member there and has consented in writing to be listed. */
  savePost: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      postId: v.optional(id),
      /** As it was seen; for a change. */
      version: v.optional(count),
      kind: postKind,
      name: line(20, 2),
      holderId: id,
      areaCode,
      place: line(40, 2),
      duties: words(300, 2),
      contactWay,
      hubId: v.optional(v.nullable(id), null),
      consentOn: day,
    },
    output: v.object({ postId: id }),
    refusals: {
      outsideYourArea: {},
      notAPartyMember: {},
      consentMissing: {},
      noSuchHub: {},
      nameTaken: {},
      changedMeanwhile: {},
      alreadyEnded: {},
    },
  }),

  /** Takes a post from the list. */
  endPost: operation({
    access: ['communityAdmin'],
    input: { requestId, postId: id, reason: words(100, 2) },
    output: done,
    refusals: { alreadyEnded: {} },
  }),

  /** Posts that I hold. */
  myPosts: operation({
    access: 'signedIn',
    input: {},
    output: v.object({ rows: v.array(v.object({ ...postCard.entries, consentOn: day })) }),
  }),

  /** Takes my consent back: the post is not listed from this moment on. */
  leavePost: operation({
    access: 'signedIn',
    input: { requestId, postId: id },
    output: done,
    refusals: { alreadyEnded: {} },
  }),
}
