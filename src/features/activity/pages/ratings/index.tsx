import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Card } from '../../../../components/card'
import { Rating } from '../../../../components/rating'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { fullDay } from '../../../../platform/dates'
import { go } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useList } from '../../../../platform/use-list'
import { Mine } from '../../ratings/mine'
import { Summary } from '../../ratings/summary'
import { ratingWording as words } from '../../ratings/wording'
import { wording } from '../../wording'
import '../../ratings/style.scss'

/** What people thought of an activity: the average, mine, and the comments. */
export default function RatingsPage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const signedIn = useSignedIn()
  const key = `${activityId}/${signedIn}`
  const detail = useAsk(() => client.activity.detail({ activityId }), `detail/${key}`)
  const head = useAsk(() => client.activity.ratings({ activityId }), `head/${key}`)
  const list = useList((cursor) => client.activity.ratings({ activityId, cursor }), `rows/${key}`)
  const activity = detail.asked.state === 'ready' ? detail.asked.value : undefined
  const ratings = head.asked.state === 'ready' ? head.asked.value : undefined
  const mayRate = activity?.allowedActions.includes('rate') ?? false
  return (
    <Shell title={words.title}>
      <View className="stack">
        {activity && <View className="t-title">{activity.title}</View>}
        {ratings && <Summary {...ratings.summary} />}
        {ratings?.mine && (
          <Mine mine={ratings.mine} onChange={mayRate ? () => go('rate', { activityId }) : undefined} />
        )}
        {list.state === 'loading' && <Skeleton rows={3} />}
        {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && (
          <Empty
            words={ratings?.summary.count ? words.noWords : words.none}
            {...(mayRate && !ratings?.mine
              ? { step: wording.detail.rate, onStep: () => go('rate', { activityId }) }
              : {})}
          />
        )}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((row) => (
              <View key={row.ratingId} className="ratings__comment">
                <View className="between">
                  <Rating label={words.given} value={row.stars} />
                  <View className="t-hint">{fullDay(row.createdAt)}</View>
                </View>
                <View className="t-prewrap">{row.comment}</View>
              </View>
            ))}
          </Card>
        )}
        {list.state === 'more' && <Skeleton rows={1} />}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
    </Shell>
  )
}
