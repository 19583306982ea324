import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Light } from '../../../components/light'
import { fullTime } from '../../../platform/dates'
import type { ReviewState } from './reviews'
import { ratingWording } from './wording'

const words = ratingWording.review

interface ReviewCardProps {
  row: {
    title: string
    areaName: string
    state: ReviewState | 'none'
    why: keyof typeof words.why | null
    hiddenReason: string | null
  }
  at: Date
  /** Beside the light. */
  head?: ReactNode
  onShow: () => void
  onHide: () => void
}

/** One thing before staff: where it stands, why it waits, what it is (`children`), and the two ways to decide. */
export function ReviewCard({ row, at, head, onShow, onHide, children }: PropsWithChildren<ReviewCardProps>) {
  const decided = row.state === 'shown' ? 'shown' : 'hidden'
  return (
    <Card>
      <View className="stack">
        <View className="between">
          {row.why ? (
            <Light kind={row.why === 'unchecked' ? 'idle' : 'soon'} words={words.why[row.why]} />
          ) : (
            <Light kind={decided === 'shown' ? 'go' : 'late'} words={words.filters[decided]} />
          )}
          {head}
        </View>
        {children}
        {row.hiddenReason && <View className="t-note">{words.because(row.hiddenReason)}</View>}
        <View className="t-note">
          <Dated words={[words.about(row.title, row.areaName), fullTime(at)].join(' · ')} />
        </View>
        <View className="line">
          {row.state !== 'shown' && (
            <Button look="secondary" onTap={onShow}>
              {words.show}
            </Button>
          )}
          {row.state !== 'hidden' && (
            <Button look="quiet" onTap={onHide}>
              {words.hide}
            </Button>
          )}
        </View>
      </View>
    </Card>
  )
}
