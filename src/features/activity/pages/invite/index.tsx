import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { fullTime } from '../../../../platform/dates'
import { env } from '../../../../platform/env'
import { share } from '../../../../platform/files'
import { go, pathOf } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { card } from '../../share/card'
import { Drawing } from '../../share/drawing'
import { InvitationCode } from '../../share/invitation-code'
import { shareWording as words } from '../../share/wording'
import { wording } from '../../wording'
import '../../share/style.scss'

/** Asking neighbours to come: the card they get, the link, the poster; where one comes by invitation, its code. */
export default function InvitePage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const { asked, again } = useAsk(() => client.activity.detail({ activityId }), String(activityId))
  const [picture, setPicture] = useState('')
  const activity = asked.state === 'ready' ? asked.value : undefined
  const invited = activity?.join === 'invited'
  // Whoever runs the activity invites with the link itself; everybody else only shows it.
  const invite = invited ? (activity?.inviteCode ?? undefined) : undefined
  const path = pathOf('activity', { activityId, invite })
  const title = activity ? words.cardTitle(activity.title, fullTime(activity.startsAt)) : words.title
  useShareAppMessage(() => ({ title, path, ...(picture ? { imageUrl: picture } : {}) }))

  if (!activity) {
    return (
      <Shell title={words.title}>
        {asked.state === 'loading' ? <Skeleton rows={4} /> : <Failed words={wording.offline} onAgain={again} />}
      </Shell>
    )
  }
  return (
    <Shell
      title={words.title}
      bar={
        env.inWechat ? (
          <Button block icon="share" openType="share">
            {words.send}
          </Button>
        ) : (
          <Button block icon="share" onTap={() => share(title, path)}>
            {words.link}
          </Button>
        )
      }
    >
      <View className="stack">
        <View className="t-note">{words.cardNote}</View>
        <Drawing label={title} layout={(ctx) => card(ctx, activity)} onDrawn={setPicture} />
        {invite && <InvitationCode activityId={activityId} code={invite} onRenewed={again} />}
        {invited && !invite && <View className="t-note">{words.noInvitation}</View>}
        <Card flush>
          <Row icon="photo" title={words.poster} note={words.posterNote} onTap={() => go('poster', { activityId })} />
        </Card>
      </View>
    </Shell>
  )
}
