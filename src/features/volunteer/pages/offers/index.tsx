import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { Card } from '../../../../components/card'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { Gate } from '../../gate'
import { OfferRow } from '../../offer/offer-row'
import { offerWording as words } from '../../offer/wording'
import { useIsVolunteer } from '../../use-volunteer'

const refreshMs = 30_000

/** What waits for my answer, the most urgent first. */
export default function OffersPage() {
  const volunteer = useIsVolunteer()
  const { asked, again } = useAsk(
    () => (volunteer ? client.volunteer.myOffers({}) : Promise.resolve({ ok: true as const, value: { rows: [] } })),
    `offers/${volunteer}`,
  )
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  useWhileShown(() => void again(), volunteer ? refreshMs : 0)
  if (asked.state !== 'ready')
    return (
      <Gate
        title={words.list}
        asked={asked}
        page="helpOffers"
        again={again}
        instead="volunteerProfile"
        insteadWords={words.become}
      />
    )
  const { rows } = asked.value
  return (
    <Shell title={words.list}>
      <View className="stack">
        {rows.length === 0 ? (
          <Empty
            words={volunteer ? words.empty : words.notVolunteer}
            step={volunteer ? words.emptyStep : words.become}
            onStep={() => go('volunteerProfile')}
          />
        ) : (
          <>
            <View className="t-note">{words.listNote}</View>
            <Card flush>
              {rows.map((offer) => (
                <OfferRow key={offer.offerId} offer={offer} />
              ))}
            </Card>
            <EndMark />
          </>
        )}
      </View>
    </Shell>
  )
}
