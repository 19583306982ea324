import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { Alarm } from '../../alarm'
import { DisputeView } from '../../dispute-view'
import { mediationWording as words } from '../../wording'

const refreshMs = 20_000

/** One dispute, live. Its share card is the invitation for the other side. */
export default function DisputePage() {
  const { params } = useRouter()
  const helpRequestId = Number(params.helpRequestId)
  const signedIn = useSignedIn()
  const { asked, again, put } = useAsk(
    () => client.volunteer.mediation({ helpRequestId }),
    `mediation/${helpRequestId}/${signedIn}`,
  )
  const shown = asked.state === 'ready' ? asked.value : undefined
  useWhileShown(() => void again(), shown && !shown.settled && shown.status !== 'cancelled' ? refreshMs : 0)
  useShareAppMessage(() => ({
    title: words.shareTitle,
    path: shown?.invitation ? pathOf('mediationInvitation', { code: shown.invitation.code }) : pathOf('home'),
  }))
  if (shown) return <DisputeView d={shown} put={put} again={again} />
  return (
    <Shell title={words.title}>
      <Alarm />
      {!signedIn ? (
        <Empty
          words={words.needSignIn}
          step={words.signIn}
          onStep={() => go('signIn', { next: pathOf('mediation', { helpRequestId }) })}
        />
      ) : (
        <>
          {asked.state === 'loading' && <Skeleton rows={4} />}
          {asked.state === 'offline' && <Failed words={words.offline} onAgain={again} />}
          {asked.state === 'failed' && (
            <Empty words={words.notFound} step={words.list} onStep={() => go('mediations')} />
          )}
        </>
      )}
    </Shell>
  )
}
