import { View } from '@tarojs/components'
import type { Guide } from '../../../../types/catalogue'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Tap } from '../../../components/tap'
import '../../../components/choice/style.scss'
import '../../../components/field/style.scss'
import './style.scss'
import { guideWording as words } from './wording'

type Question = Guide['questions'][number]

interface QuestionsProps {
  questions: readonly Question[]
  /** Answers on their way to the cloud already count. */
  answers: Readonly<Record<string, string>>
  onAnswer: (key: string, value: string) => void
}

/** Every question that applies, with its visible choices. */
export function Questions({ questions, answers, onAnswer }: QuestionsProps) {
  return (
    <View className="stack">
      <View>
        <View className="t-title">{words.ask}</View>
        <View className="t-note">{words.askNote}</View>
      </View>
      <Card>
        <View className="questions">
          {questions.map((q) => (
            <View key={q.key} className="questions__one">
              <Choice
                label={q.question}
                options={q.options.map((o) => ({ value: o.value, words: o.label }))}
                value={answers[q.key] ?? undefined}
                onChange={(value) => onAnswer(q.key, value)}
              />
              {q.help && <View className="t-hint">{q.help}</View>}
            </View>
          ))}
        </View>
      </Card>
    </View>
  )
}

interface OneQuestionProps extends QuestionsProps {
  at: number
}

/** One question a screen, with large answers one under the other. */
export function OneQuestion({ questions, answers, at, onAnswer }: OneQuestionProps) {
  const question = questions[at]
  if (!question) return null
  return (
    <View className="stack">
      <View className="t-note">{words.step(at + 1, questions.length)}</View>
      <Heading level={2} className="t-display">
        {question.question}
      </Heading>
      {question.help && <View className="t-note">{question.help}</View>}
      <View className="stack" role="radiogroup" aria-label={question.question}>
        {question.options.map((option) => {
          const chosen = answers[question.key] === option.value
          return (
            <Tap
              key={option.value}
              role="radio"
              chosen={chosen}
              className={`choice one-answer ${chosen ? 'choice--chosen' : ''}`}
              onTap={() => onAnswer(question.key, option.value)}
            >
              {chosen && <Icon name="check" />}
              <View className="grow">{option.label}</View>
            </Tap>
          )
        })}
      </View>
    </View>
  )
}
