import { View } from '@tarojs/components'
import type { activity } from '../../../../types/activity'
import type { OutputOf } from '../../../../types/operation'
import { Card } from '../../../components/card'
import { Rating } from '../../../components/rating'
import { roleOf } from '../../../components/spoken'
import './style.scss'
import { ratingWording as words } from './wording'

type Ratings = OutputOf<(typeof activity)['ratings']>

/** The average as the answer of the page, and how many gave how many stars. */
export function Summary({ count, average, byStars }: Ratings['summary']) {
  if (average === null) return null
  const most = Math.max(1, ...byStars)
  return (
    <Card>
      <View className="ratings__summary">
        <View className="ratings__average">
          <View className="t-display">{average.toFixed(1)}</View>
          <Rating label={words.title} value={Math.round(average)} />
          <View className="t-note">{words.people(count)}</View>
        </View>
        <View className="ratings__bars">
          {byStars
            .map((people, i) => ({ stars: i + 1, people }))
            .reverse()
            .map(({ stars, people }) => (
              <View key={stars} className="ratings__bar" {...roleOf('img')} aria-label={words.share(stars, people)}>
                <View className="t-note ratings__stars" aria-hidden>
                  {words.stars(stars)}
                </View>
                <View className="ratings__track" aria-hidden>
                  <View className="ratings__fill" style={{ width: `${(people / most) * 100}%` }} />
                </View>
                <View className="t-note ratings__people" aria-hidden>
                  {people}
                </View>
              </View>
            ))}
        </View>
      </View>
    </Card>
  )
}
