import { View } from '@tarojs/components'
import type { OfferCard } from '../../../../types/volunteer'
import { Row } from '../../../components/card'
import { Light } from '../../../components/light'
import { nearTime } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import { timeToAnswer } from '../clock'
import { kindIcons, kindNames } from '../wording'
import { offerWording as words } from './wording'

/** One offer in a list: what, when, how far, and how long there is to answer. */
export function OfferRow({ offer }: { offer: OfferCard }) {
  const now = new Date()
  return (
    <Row
      tile={kindIcons[offer.kind]}
      title={kindNames[offer.kind]}
      note={
        <>
          <Light kind="soon" words={timeToAnswer(offer.answerBy, now)} />
          <View>
            {[
              nearTime(offer.span.from, now),
              offer.walkMinutes === null ? offer.areaName : words.walk(offer.walkMinutes),
            ].join(' · ')}
          </View>
        </>
      }
      onTap={() => go('helpOffer', { offerId: offer.offerId })}
    />
  )
}
