import { Text, View } from '@tarojs/components'
import type { Guide } from '../../../../types/catalogue'
import { Card, Row } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Tag } from '../../../components/tag'
import { Tap } from '../../../components/tap'
import type { Outcome } from '../shapes'
import { Documents } from './documents'
import './style.scss'
import { outcomeSentence, guideWording as words, yuan } from './wording'

interface OutcomeProps {
  guide: Guide
  outcome: Outcome
  /** Documents that an earlier application already brought, by name. */
  earlier: ReadonlyMap<string, { handedInAt: Date }>
  onChange: () => void
  onMore: () => void
}

/** What comes out of the answers: the answer first, then why, then what to prepare. */
export function OutcomeView({ guide, outcome, earlier, onChange, onMore }: OutcomeProps) {
  return (
    <View>
      {outcome.eligible ? <Answer outcome={outcome} /> : <NotEligible outcome={outcome} />}
      <Because guide={guide} onChange={onChange} />
      {outcome.eligible && <Documents documents={outcome.documents} earlier={earlier} />}
      <View className="section">
        <Card flush>
          <Row icon="info" title={words.more} onTap={onMore} />
        </Card>
      </View>
    </View>
  )
}

function Answer({ outcome }: { outcome: Outcome }) {
  const numbers = [
    { value: String(outcome.visits), unit: words.times, name: words.numbers.visits },
    outcome.limit === 0
      ? { value: words.sameDay, unit: '', name: words.numbers.days }
      : { value: String(outcome.limit), unit: words.workingDays, name: words.numbers.days },
    { value: yuan(outcome.fee.cents), unit: words.yuan, name: words.numbers.fee },
  ]
  return (
    <View className="answer">
      <View className="answer__head">
        <View className="answer__mark" aria-hidden>
          <Icon name={outcome.visits === 0 ? 'check' : 'walk'} size={20} />
        </View>
        <Heading level={2} className="t-display">
          {words.answer(outcome.visits)}
        </Heading>
      </View>
      <View>{outcomeSentence(outcome)}</View>
      <View className="numbers">
        {numbers.map(({ value, unit, name }) => (
          <View key={name} className="numbers__one">
            <View className="numbers__value">
              {value}
              {unit && <Text className="numbers__unit">{unit}</Text>}
            </View>
            <View>{name}</View>
          </View>
        ))}
      </View>
      {outcome.fee.cents > 0 && <View className="t-note">{outcome.fee.words}</View>}
    </View>
  )
}

/** Said before a word is typed, with where to go instead. */
function NotEligible({ outcome }: { outcome: Outcome }) {
  return (
    <View className="answer answer--no" role="status">
      <View className="answer__head">
        <View className="answer__mark" aria-hidden>
          <Icon name="info" size={20} />
        </View>
        <Heading level={2} className="t-display">
          {words.notEligible}
        </Heading>
      </View>
      <View>{outcome.why}</View>
      {outcome.goTo && (
        <View className="stack answer__goto">
          <View className="t-strong">{words.goTo}</View>
          <View>{outcome.goTo}</View>
        </View>
      )}
    </View>
  )
}

/** The answers as chips: why it comes out like this. */
function Because({ guide, onChange }: { guide: Guide; onChange: () => void }) {
  const given = guide.questions.flatMap((q) => {
    const option = q.options.find((o) => o.value === q.answer)
    return option ? [{ key: q.key, words: option.short ?? option.label }] : []
  })
  if (given.length === 0) return null
  return (
    <View className="section">
      <View className="section__head">
        <Heading level={2} className="t-head">
          {words.because}
        </Heading>
        <Tap className="link-tap" role="link" onTap={onChange}>
          {words.change}
        </Tap>
      </View>
      <View className="wrap">
        {given.map((a) => (
          <Tag key={a.key}>{a.words}</Tag>
        ))}
      </View>
    </View>
  )
}
