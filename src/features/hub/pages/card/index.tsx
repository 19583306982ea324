import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { client } from '../../../../platform/client'
import { useAsk } from '../../../../platform/use-ask'
import { AskView } from '../../ask/ask-view'
import { NoHub } from '../../card/no-hub'
import { cardWording as words } from '../../card/wording'
import { Gate } from '../../gate'
import { type MyHub, useMyHub } from '../../my-hub'

/** My hub, or another one: is somebody there, where, and what I want to say. */
export default function HubPage() {
  const { params } = useRouter()
  const hubId = params.hubId ? Number(params.hubId) : undefined
  const { asked, again } = useMyHub()
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  if (asked.state !== 'ready') return <Gate title={words.title} asked={asked} page="hub" again={again} />
  const mine = asked.value
  if (hubId !== undefined && hubId !== mine?.hub?.hubId) return <OtherHub key={hubId} hubId={hubId} mine={mine} />
  if (!mine) return <Gate title={words.title} asked={{ state: 'loading' }} page="hub" again={again} />
  return mine.hub ? <AskView hub={mine.hub} mine={mine} /> : <NoHub mine={mine} />
}

function OtherHub({ hubId, mine }: { hubId: number; mine: MyHub | null }) {
  const home = mine?.household
  const { asked, again } = useAsk(
    () => client.hub.hubs({ hubId, ...(home ? { lat: home.lat, lng: home.lng } : {}) }),
    `hub/${hubId}`,
  )
  if (asked.state !== 'ready') return <Gate title={words.otherTitle} asked={asked} open page="hub" again={again} />
  const [hub] = asked.value.rows
  const gone = { state: 'failed' as const, words: '', notFound: true }
  return hub ? (
    <AskView hub={hub} mine={mine} />
  ) : (
    <Gate title={words.otherTitle} asked={gone} open page="hub" again={again} />
  )
}
