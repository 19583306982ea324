import { View } from '@tarojs/components'
import type { activity, CommentState } from '../../../../types/activity'
import type { OutputOf } from '../../../../types/operation'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Light, type LightKind } from '../../../components/light'
import { Rating } from '../../../components/rating'
import { ratingWording as words } from './wording'

const lights: Readonly<Record<CommentState, LightKind>> = {
  none: 'idle',
  shown: 'go',
  inReview: 'soon',
  hidden: 'late',
}

interface MineProps {
  mine: NonNullable<OutputOf<(typeof activity)['ratings']>['mine']>
  /** Absent once it can no longer be changed. */
  onChange: (() => void) | undefined
}

/** What I gave, what became of my words, and why. */
export function Mine({ mine, onChange }: MineProps) {
  return (
    <Section title={words.mine}>
      <Card>
        <View className="stack">
          <View className="between">
            <Rating label={words.mine} value={mine.stars} />
            {mine.commentState !== 'none' && (
              <Light kind={lights[mine.commentState]} words={words.states[mine.commentState]} />
            )}
          </View>
          {mine.comment && <View className="t-prewrap">{mine.comment}</View>}
          {mine.hiddenReason && <View className="t-note">{words.hiddenBecause(mine.hiddenReason)}</View>}
          {onChange && (
            <Button look="secondary" size="small" icon="edit" onTap={onChange}>
              {words.change}
            </Button>
          )}
        </View>
      </Card>
    </Section>
  )
}
