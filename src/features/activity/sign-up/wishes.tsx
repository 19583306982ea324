import { View } from '@tarojs/components'
import type { ActivityDetail } from '../../../../types/activity'
import { Choice } from '../../../components/choice'
import { Stepper } from '../../../components/stepper'
import { wording } from '../wording'
import { QuestionField } from './question-field'
import { type SignUpRefusal, signUpRefusal, signUpWording as words } from './wording'

/** How many come, for which group, and what they answer. */
export interface Wish {
  party: number
  groupId?: number
  answers: Record<string, string>
}

export const emptyWish: Wish = { party: 1, answers: {} }

interface WishesProps {
  activity: Pick<ActivityDetail, 'maxParty' | 'groups' | 'questions'>
  wish: Wish
  refusal: SignUpRefusal | undefined
  onChange: (change: Partial<Wish>) => void
}

/** Whether there is anything to fill in at all. */
export const asksAnything = ({ maxParty, groups, questions }: WishesProps['activity']) =>
  maxParty > 1 || questions.length > 0 || groups.some((group) => group.name !== '')

/** The part of the sign-up form that the organiser decides on: party, group, questions. A refusal stands at its field. */
export function Wishes({ activity, wish, refusal, onChange }: WishesProps) {
  const named = activity.groups.filter((group) => group.name !== '')
  return (
    <>
      {activity.maxParty > 1 && (
        <View className="between">
          <View className="t-strong">{words.party}</View>
          <Stepper
            label={words.party}
            value={wish.party}
            least={1}
            most={activity.maxParty}
            onChange={(party) => onChange({ party })}
          />
        </View>
      )}
      {named.length > 0 && (
        <Choice
          label={words.group}
          options={named.map((group) => ({
            value: group.groupId,
            words: group.name,
            note: group.capacity === null ? undefined : wording.detail.free(Math.max(0, group.capacity - group.taken)),
          }))}
          value={wish.groupId}
          problem={refusal?.reason === 'chooseGroup' ? signUpRefusal(refusal) : undefined}
          onChange={(groupId) => onChange({ groupId })}
        />
      )}
      {activity.questions.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          value={wish.answers[question.key] ?? ''}
          problem={refusal && 'key' in refusal && refusal.key === question.key ? signUpRefusal(refusal) : ''}
          onChange={(value) => onChange({ answers: { ...wish.answers, [question.key]: value } })}
        />
      ))}
    </>
  )
}
