import * as v from 'valibot'
import { hub, type PostKind } from '../../../../types/hub'
import type { Problems } from '../../../platform/problems'
import type { PostRow } from '../shapes'
import { postsWording as words } from './wording'

/** A post as it is being written. */
export interface PostForm {
  kind: PostKind
  name: string
  holder: { personId: number; name: string } | null
  areaCode: string
  place: string
  duties: string
  contactWay: string
  hub: { hubId: number; name: string } | null
  consentOn: string
}

export const emptyPost = (areaCode: string): PostForm => ({
  ...{ kind: 'vanguard', name: '', holder: null, areaCode, place: '', duties: '', contactWay: '', hub: null },
  consentOn: '',
})

export const formOf = (row: PostRow): PostForm => ({
  kind: row.kind,
  name: row.name,
  holder: { personId: row.holderId, name: row.holderName },
  areaCode: row.areaCode,
  place: row.place,
  duties: row.duties,
  contactWay: row.contactWay,
  hub: row.hubId === null ? null : { hubId: row.hubId, name: row.hubName ?? '' },
  consentOn: row.consentOn,
})

export const schema = v.omit(hub.savePost.input, ['requestId', 'postId', 'version'])
const communityDigits = 12

export const toInput = ({ holder, hub: near, ...form }: PostForm) => ({
  ...form,
  name: form.name.trim(),
  place: form.place.trim(),
  duties: form.duties.trim(),
  contactWay: form.contactWay.trim(),
  holderId: holder?.personId ?? 0,
  hubId: near?.hubId ?? null,
})

export function problemsOf({ holder, consentOn, areaCode }: PostForm, today: string): Problems {
  const { missing } = words
  return {
    ...(holder === null ? { holderId: missing.holderId } : {}),
    ...(areaCode.length < communityDigits ? { areaCode: missing.area } : {}),
    ...(consentOn === '' ? { consentOn: missing.consentOn } : {}),
    ...(consentOn > today ? { consentOn: missing.consentLater } : {}),
  }
}
