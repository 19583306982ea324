import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits, type Question } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { Row } from '../../../components/card'
import { Part, type PartProps } from './part'
import { QuestionSheet } from './question-sheet'
import { publishWording as words } from './wording'

/** What people are asked when they sign up. */
export function Questions({ form, problems, change }: PartProps) {
  const { questions } = form
  const [open, setOpen] = useState<Question>()
  const known = open !== undefined && questions.some((question) => question.key === open.key)
  const put = (question: Question) => {
    change({
      questions: known
        ? questions.map((other) => (other.key === question.key ? question : other))
        : [...questions, question],
    })
    setOpen(undefined)
  }
  const remove = () => {
    change({ questions: questions.filter((question) => question.key !== open?.key) })
    setOpen(undefined)
  }
  return (
    <>
      <Part name="questions">
        {questions.length === 0 && <View className="t-note">{words.noQuestions}</View>}
        {questions.length > 0 && (
          <View className="publish__questions">
            {questions.map((question) => (
              <Row
                key={question.key}
                title={question.label}
                note={noteOf(question)}
                label={`${words.editQuestion}：${question.label}`}
                tail={<View className="t-link">{words.editQuestion}</View>}
                onTap={() => setOpen(question)}
              />
            ))}
          </View>
        )}
        {problems.questions && <View className="t-late">{problems.questions}</View>}
        {questions.length < limits.questions && (
          <Button look="secondary" size="small" icon="plus" onTap={() => setOpen(newQuestion(questions))}>
            {words.addQuestion}
          </Button>
        )}
      </Part>
      <QuestionSheet
        key={open?.key ?? ''}
        question={open}
        onDone={put}
        onRemove={known ? remove : undefined}
        onClose={() => setOpen(undefined)}
      />
    </>
  )
}

/** A question with a key of its own: answers given before keep theirs. */
export function newQuestion(questions: readonly Question[]): Question {
  const used = questions.map((question) => Number(/^q(\d+)$/.exec(question.key)?.[1] ?? 0))
  return { type: 'text', key: `q${Math.max(0, ...used) + 1}`, label: '', required: false }
}

const noteOf = (question: Question) =>
  [
    question.required ? words.requiredShort : words.optionalShort,
    question.type === 'choice' ? question.choices.join('、') : words.questionTypes[question.type],
  ].join(' · ')
