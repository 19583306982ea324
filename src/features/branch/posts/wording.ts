import type { PostKind } from '../../../../types/hub'
import { wording } from '../wording'

/** Words of the community's posts: 先锋岗, 示范区, 责任区. */

export const postKindNames: Record<PostKind, string> = { vanguard: '先锋岗', model: '示范区', duty: '责任区' }
export const postKindOptions = (Object.keys(postKindNames) as PostKind[]).map((value) => ({
  value,
  words: postKindNames[value],
}))

export const postsWording = {
  title: wording.community.posts,
  lead: '居民看得到岗位做什么、怎么找，看不到是谁。负责人是党员这件事，只有社区知道。',
  add: '设一个岗位',
  empty: '还没有岗位。设一个，居民在「附近的中心户」旁边看得到。',
  holder: (name: string) => `${name}负责`,
  edit: '改',
  newTitle: '设一个岗位',
  editTitle: '改岗位',
  kind: '哪一种',
  name: '叫什么',
  nameHint: '居民看得到，比如：广场先锋岗',
  area: '在哪个社区、网格',
  place: '在哪里',
  placeHint: '写路口、广场，别写门牌',
  duties: '做什么',
  dutiesHint: '什么时候、做什么，居民看得懂就行',
  contactWay: '怎么找',
  contactWayHint: '比如：到岗亭找值班的人。不写个人手机号',
  hub: '也可以找哪家中心户',
  holderLabel: '谁负责',
  holderNote: '要是这里的党员，并且书面同意公开这个岗位。居民看不到名字；本人随时可以撤回。',
  again: '换一位',
  consent: '哪天签的同意书',
  pick: '选日子',
  missing: {
    holderId: '选一位负责人',
    consentOn: '选签字那天',
    consentLater: '不能在今天以后',
    area: '选一个社区或网格',
  },
  save: '存好',
  saved: '存好了',
  end: '撤掉这个岗位',
  endSure: '撤掉以后，居民看不到它了，撤掉的不能再开，要重新设。',
  endReason: '为什么撤',
  ended: '撤掉了',
}
