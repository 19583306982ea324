import { View } from '@tarojs/components'
import { useState } from 'react'
import { type PostKind, postKinds } from '../../../../../types/hub'
import { Chips } from '../../../../components/chips'
import { ListState } from '../../../../components/list-state'
import { Shell } from '../../../../components/shell'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { PostCard } from '../../posts/post-card'
import { postsWording as words } from '../../posts/wording'

type Which = PostKind | 'all'
const chips = [
  { value: 'all' as Which, words: words.all },
  ...postKinds.map((value) => ({ value: value as Which, words: words.kind[value] })),
]
const townshipDigits = 9

/** 先锋岗、示范区、责任区 of my township, or of the county. */
export default function PostsPage() {
  const [which, setWhich] = useState<Which>('all')
  const area = useMe()?.community?.areaCode.slice(0, townshipDigits)
  const list = useList(
    (cursor) =>
      client.hub.posts({
        ...(area ? { areaCode: area } : {}),
        ...(which === 'all' ? {} : { kind: which }),
        ...(cursor ? { cursor } : {}),
      }),
    `posts/${area}/${which}`,
  )
  const { rows } = list
  return (
    <Shell title={words.title}>
      <View className="stack">
        <View className="t-note">{words.lead}</View>
        <Chips label={words.kinds} items={chips} value={which} onChange={setWhich} />
        {rows.map((post) => (
          <PostCard key={post.postId} post={post} />
        ))}
        <ListState list={list} empty={words.empty} step={words.emptyStep} onStep={() => go('hubs')} />
      </View>
    </Shell>
  )
}
