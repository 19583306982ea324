import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { isOver } from '../../request/head'
import { RequestView } from '../../request/request-view'
import { requestWording as words } from '../../request/wording'
import { wording } from '../../wording'

const refreshMs = 15_000

/** One request of mine, live: it is asked anew every quarter of a minute while it is looked at. */
export default function RequestPage() {
  const { params } = useRouter()
  const helpRequestId = Number(params.helpRequestId)
  const signedIn = useSignedIn()
  const { asked, again } = useAsk(() => client.volunteer.request({ helpRequestId }), `${helpRequestId}/${signedIn}`)
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  const over = asked.state === 'ready' && isOver(asked.value)
  useWhileShown(() => void again(), over || !signedIn ? 0 : refreshMs)

  if (asked.state === 'ready') return <RequestView request={asked.value} again={again} />
  return (
    <Shell title={words.title}>
      {!signedIn ? (
        <Empty
          words={words.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('helpRequest', { helpRequestId }) })}
        />
      ) : (
        <>
          {asked.state === 'loading' && <Skeleton rows={4} />}
          {asked.state === 'offline' && <Failed words={wording.offline} onAgain={again} />}
          {asked.state === 'failed' && (
            <Empty words={wording.notFound} step={wording.list.title} onStep={() => go('helpRequests')} />
          )}
        </>
      )}
    </Shell>
  )
}
