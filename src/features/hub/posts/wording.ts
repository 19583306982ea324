import type { PostKind } from '../../../../types/hub'

/** Words of the posts beside the hubs. */
export const postsWording = {
  title: '身边的党员岗',
  lead: '身边有人做的事，和怎么找他们。',
  kinds: '哪一种',
  all: '全部',
  kind: { vanguard: '先锋岗', model: '示范区', duty: '责任区' } satisfies Record<PostKind, string>,
  where: '在哪里',
  how: (contactWay: string) => `怎么找：${contactWay}`,
  hub: (name: string) => `也可以找${name}`,
  empty: '这里还没有。',
  emptyStep: '看附近的中心户',
}
