import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../../components/card'
import { Rating } from '../../../components/rating'
import { go } from '../../../platform/routes'
import { levelNames } from '../rating/wording'
import type { ApplicationDetail } from '../shapes'
import { caseWording as words } from './wording'

/** What comes after the decision: rating it, and asking somebody else to look at it again. */
export function Afterwards({ application: a }: { application: ApplicationDetail }) {
  const { rating, appeal, applicationId, decision } = a
  const may = (action: ApplicationDetail['allowedActions'][number]) => a.allowedActions.includes(action)
  return (
    <>
      {rating && (
        <Section
          title={words.rating.title}
          {...(may('changeRating')
            ? { more: words.rating.change, onMore: () => go('rateService', { applicationId }) }
            : {})}
        >
          <Card>
            <Rating label={words.rating.title} value={rating.level} />
            <View className="t-note">{levelNames[rating.level]}</View>
            {rating.words && <View>{rating.words}</View>}
            {rating.answer && (
              <View>
                {words.rating.answer}：{rating.answer}
              </View>
            )}
          </Card>
        </Section>
      )}
      {appeal && (
        <Section title={words.appeal.title}>
          <Card>
            <View>{appeal.words}</View>
            <View className="t-note">
              {appeal.answer ? `${words.appeal.answer}：${appeal.answer}` : words.appeal.waiting}
            </View>
          </Card>
        </Section>
      )}
      {may('appeal') && decision && (
        <View className="section">
          <Card flush>
            <Row
              tile="shield"
              title={words.decision.appeal}
              note={words.decision.appealUntil(decision.appealUntil)}
              onTap={() => go('appeal', { applicationId })}
            />
          </Card>
        </View>
      )}
    </>
  )
}
