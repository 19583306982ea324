import { View } from '@tarojs/components'
import type { activity } from '../../../../types/activity'
import type { OutputOf } from '../../../../types/operation'
import { Button } from '../../../components/button'
import { Card, Quiet } from '../../../components/card'
import { Light } from '../../../components/light'
import { Rating } from '../../../components/rating'
import { fullTime } from '../../../platform/dates'
import { ratingWording } from './wording'

const words = ratingWording.review

export type Comment = OutputOf<(typeof activity)['comments']>['rows'][number]

interface CommentCardProps {
  row: Comment
  onShow: () => void
  onHide: () => void
}

/** A comment before staff: where it stands, why it waits, the words, and the two ways to decide. */
export function CommentCard({ row, onShow, onHide }: CommentCardProps) {
  return (
    <Card>
      <View className="stack">
        <View className="between">
          {row.why ? (
            <Light kind={row.why === 'unchecked' ? 'idle' : 'soon'} words={words.why[row.why]} />
          ) : (
            <Light
              kind={row.state === 'shown' ? 'go' : 'late'}
              words={words.filters[row.state === 'shown' ? 'shown' : 'hidden']}
            />
          )}
          <Rating label={ratingWording.given} value={row.stars} />
        </View>
        <Quiet>
          <View className="t-prewrap">{row.comment}</View>
        </Quiet>
        {row.hiddenReason && <View className="t-note">{words.because(row.hiddenReason)}</View>}
        <View className="t-note">{[words.about(row.title, row.areaName), fullTime(row.writtenAt)].join(' · ')}</View>
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
