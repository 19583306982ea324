import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { replaceWith } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useServed } from '../../area/use-served'
import { CommunityFrame } from '../../frame'
import { PostEditor } from '../../posts/editor'
import { emptyPost, formOf } from '../../posts/form'
import { postsWording as words } from '../../posts/wording'
import { wording } from '../../wording'

/** One post, a new one or one that is changed. */
export default function BranchPostEditPage() {
  const postId = Number(useRouter().params.postId) || undefined
  return (
    <CommunityFrame title={postId === undefined ? words.newTitle : words.editTitle} under="posts">
      <View className="staff-narrow branch-end">
        {postId === undefined ? <NewPost /> : <OldPost postId={postId} />}
      </View>
    </CommunityFrame>
  )
}

function NewPost() {
  const [area] = useServed(['communityAdmin'])
  if (!useMe()) return <Skeleton rows={5} />
  return area ? <PostEditor post={undefined} stored={emptyPost(area.areaCode)} /> : <Gone />
}

function OldPost({ postId }: { postId: number }) {
  const { asked, again } = useAsk(() => find(postId), `post/${postId}`)
  if (asked.state === 'loading') return <Skeleton rows={5} />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  if (!asked.value) return <Gone />
  const { version } = asked.value
  return <PostEditor key={version} post={{ postId, version }} stored={formOf(asked.value)} />
}

/** Page by page: a post is listed with the others. */
async function find(postId: number) {
  for (let cursor: string | undefined; ; ) {
    const answer = await client.hub.postBoard(cursor ? { cursor } : {})
    if (!answer.ok) return answer
    const row = answer.value.rows.find((one) => one.postId === postId)
    cursor = answer.value.nextCursor
    if (row || cursor === undefined) return { ok: true as const, value: row ?? null }
  }
}

const Gone = () => <Empty words={wording.gone} step={words.title} onStep={() => replaceWith('branchPosts')} />
