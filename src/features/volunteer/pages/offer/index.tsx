import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { client } from '../../../../platform/client'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { Gate } from '../../gate'
import { OfferView } from '../../offer/offer-view'
import { offerWording as words } from '../../offer/wording'

const refreshMs = 15_000

/** One offer, whatever became of it. */
export default function OfferPage() {
  const { params } = useRouter()
  const offerId = Number(params.offerId)
  const signedIn = useSignedIn()
  const { asked, again } = useAsk(() => client.volunteer.offer({ offerId }), `${offerId}/${signedIn}`)
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  const waits = asked.state === 'ready' && asked.value.status === 'sent'
  useWhileShown(() => void again(), waits ? refreshMs : 0)
  if (asked.state === 'ready') return <OfferView offer={asked.value} again={again} />
  return (
    <Gate
      title={words.title}
      asked={asked}
      page="helpOffer"
      params={{ offerId }}
      again={again}
      instead="helpOffers"
      insteadWords={words.toOffers}
    />
  )
}
