import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { replaceWith } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { CommunityFrame } from '../../frame'
import { HubView } from '../../hubs/view'
import { hubsWording as words } from '../../hubs/wording'
import { wording } from '../../wording'

/** One hub, on a phone. */
export default function BranchHubPage() {
  const hubId = Number(useRouter().params.hubId)
  const { asked, again } = useAsk(() => find(hubId), `hub/${hubId}`)
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  return (
    <CommunityFrame title={words.one} under="hubs">
      {asked.state === 'loading' && <Skeleton rows={4} />}
      {(asked.state === 'offline' || asked.state === 'failed') && (
        <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
      )}
      {asked.state === 'ready' &&
        (asked.value ? (
          <HubView row={asked.value} onMoved={again} />
        ) : (
          <Empty words={wording.gone} step={words.title} onStep={() => replaceWith('branchHubs')} />
        ))}
    </CommunityFrame>
  )
}

/** Page by page: the board knows hubs by their load. */
async function find(hubId: number) {
  for (let cursor: string | undefined; ; ) {
    const answer = await client.hub.hubBoard(cursor ? { cursor } : {})
    if (!answer.ok) return answer
    const row = answer.value.rows.find((one) => one.hubId === hubId)
    cursor = answer.value.nextCursor
    if (row || cursor === undefined) return { ok: true as const, value: row ?? null }
  }
}
