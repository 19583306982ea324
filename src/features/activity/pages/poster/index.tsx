import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ActivityDetail } from '../../../../../types/activity'
import { Button } from '../../../../components/button'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { env } from '../../../../platform/env'
import { openSettings, savePicture } from '../../../../platform/save-picture'
import { confirm, say } from '../../../../platform/say'
import { type Asked, useAsk } from '../../../../platform/use-ask'
import { Drawing } from '../../share/drawing'
import type { DrawingProps } from '../../share/drawing-types'
import { poster } from '../../share/poster'
import { shareWording as words } from '../../share/wording'
import { wording } from '../../wording'
import '../../share/style.scss'

/** A poster to keep, to send, or to print for the stairwell. */
export default function PosterPage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const detail = useAsk(() => client.activity.detail({ activityId }), `detail/${activityId}`)
  const code = useAsk(() => codeOf(activityId), `code/${activityId}`)
  const [source, setSource] = useState('')
  const activity = detail.asked.state === 'ready' ? detail.asked.value : undefined
  const save = async () => {
    const saved = await savePicture(source, `${activity?.title ?? words.posterTitle}.png`)
    if (saved === 'saved') say(env.inWechat ? words.saved : words.savedFile)
    if (saved === 'notAllowed' && (await confirm(words.albumNeeded, words.openSettings))) await openSettings()
  }
  return (
    <Shell
      title={words.posterTitle}
      bar={
        <Button block icon="download" disabled={source === ''} onTap={save}>
          {env.inWechat ? words.save : words.download}
        </Button>
      }
    >
      {!activity || code.asked.state === 'loading' ? (
        detail.asked.state === 'offline' || detail.asked.state === 'failed' ? (
          <Failed words={wording.offline} onAgain={detail.again} />
        ) : (
          <Skeleton rows={6} />
        )
      ) : (
        <Painted activity={activity} asked={code.asked} onAgain={code.again} onDrawn={setSource} />
      )}
    </Shell>
  )
}

type Code = DrawingProps['image'] | null

/** The Mini Program code; null while WeChat gives none. */
async function codeOf(activityId: number): Promise<{ ok: true; value: Code }> {
  const answer = await client.activity.poster({ activityId })
  return { ok: true, value: answer.ok ? answer.value : null }
}

interface PaintedProps {
  activity: ActivityDetail
  asked: Asked<Code>
  onAgain: () => void
  onDrawn: (source: string) => void
}

function Painted({ activity, asked, onAgain, onDrawn }: PaintedProps) {
  const code = asked.state === 'ready' ? (asked.value ?? undefined) : undefined
  return (
    <View className="stack">
      <Drawing
        key={code ? 'with-code' : 'without'}
        label={words.posterLabel(activity.title)}
        layout={(ctx, image) => poster(ctx, activity, image)}
        image={code}
        onDrawn={onDrawn}
      />
      {!code && (
        <View className="between">
          <View className="t-note grow">{words.noCode}</View>
          <Button look="secondary" size="small" onTap={onAgain}>
            {words.again}
          </Button>
        </View>
      )}
    </View>
  )
}
