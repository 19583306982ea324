import { useRouter } from '@tarojs/taro'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { useAsk } from '../../../../platform/use-ask'
import { Form } from '../../sign-up/form'
import { signUpWording } from '../../sign-up/wording'
import { wording } from '../../wording'

/** Signing up, for oneself or for others. */
export default function SignUpPage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const { asked, again } = useAsk(() => client.activity.detail({ activityId }), String(activityId))
  return (
    <Shell title={signUpWording.title}>
      {asked.state === 'loading' && <Skeleton rows={4} />}
      {(asked.state === 'offline' || asked.state === 'failed') && <Failed words={wording.offline} onAgain={again} />}
      {asked.state === 'ready' && (
        <Form activity={asked.value} others={params.others !== undefined} invite={params.invite ?? ''} />
      )}
    </Shell>
  )
}
