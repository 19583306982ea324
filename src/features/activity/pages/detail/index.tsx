import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { Cover } from '../../cover'
import { DetailBar } from '../../detail/bar'
import { ActivityView } from '../../detail/view'
import { MySignUp } from '../../my-sign-up'
import { wording } from '../../wording'

const words = wording.detail

/** One activity: when, where, who, how full, and the one thing to do next. */
export default function ActivityDetailPage() {
  const { params } = useRouter()
  // A mini-program code carries `a=12` in its scene.
  const activityId = Number(params.activityId ?? decodeURIComponent(params.scene ?? '').replace('a=', ''))
  const invite = params.invite ?? ''
  const { asked, again } = useAsk(() => client.activity.detail({ activityId }), String(activityId))
  const shown = asked.state === 'ready' ? asked.value : undefined
  // An invitation is for the person it was sent to: it is not passed on with the page.
  useShareAppMessage(() => ({ title: shown?.title ?? words.title, path: pathOf('activity', { activityId }) }))

  if (asked.state === 'loading') {
    return (
      <Shell title={words.title}>
        <Skeleton rows={4} />
      </Shell>
    )
  }
  if (!shown) {
    const notFound = asked.state === 'failed' && asked.notFound
    return (
      <Shell title={words.title}>
        {notFound ? (
          <Empty words={words.notFound} step={wording.list.see} onStep={() => go('activities')} />
        ) : (
          <Failed words={wording.offline} onAgain={again} />
        )}
      </Shell>
    )
  }
  const asksForInvitation = shown.join === 'invited' && shown.allowedActions.includes('signUp')
  return (
    <Shell
      hero={<Cover activity={shown} />}
      bar={<DetailBar activity={shown} invite={invite} onChanged={() => void again()} />}
    >
      <ActivityView activity={shown}>
        {asksForInvitation && <View className="t-strong">{invite === '' ? words.needInvitation : words.invited}</View>}
        {shown.mySignUps.map((s) => (
          <MySignUp key={s.signUpId} activity={shown} signUp={s} onChanged={again} />
        ))}
      </ActivityView>
    </Shell>
  )
}
