import { View } from '@tarojs/components'
import type { ActivityRow, SignUpView } from '../../../types/activity'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Light } from '../../components/light'
import { client } from '../../platform/client'
import { fullTime, nearTime } from '../../platform/dates'
import { confirm, say, wordsOf } from '../../platform/say'
import { signUpRefusal } from './sign-up/wording'
import { signUpLight, wording } from './wording'

const words = wording.detail

type Activity = Pick<ActivityRow, 'activityId' | 'title' | 'status'>

/** My state in an activity and what I can do about it: answer a promotion, show my code, leave. */
export function MySignUp({
  activity,
  signUp,
  onChanged,
}: {
  activity: Activity
  signUp: SignUpView
  onChanged: () => void
}) {
  const now = new Date()
  const may = signUp.allowedActions
  const light = signUpLight(signUp, now)
  // Until the doors close, which is after the end: leaving is recorded with it, too.
  const atTheDoor = activity.status === 'published' || may.includes('checkIn') || may.includes('checkOut')
  const showsCode = atTheDoor && !signUp.answerBy && ['confirmed', 'checkedIn'].includes(signUp.status)

  const leave = async () => {
    if (!(await confirm(words.leaveSure(activity.title), words.leave))) return
    try {
      const answer = await client.activity.cancelSignUp({ signUpId: signUp.signUpId })
      if (answer.ok) say(words.left)
      else if (answer.refusal.reason === 'tooLate') say(words.leaveLate(answer.refusal.until))
    } catch (error) {
      say(wordsOf(error))
    }
    onChanged()
  }
  const answer = async (accept: boolean) => {
    if (!accept && !(await confirm(words.declineSure, words.decline))) return
    try {
      const answered = await client.activity.answerPromotion({ signUpId: signUp.signUpId, accept })
      if (!answered.ok && answered.refusal.reason === 'overlaps') say(signUpRefusal(answered.refusal))
    } catch (error) {
      say(wordsOf(error))
    }
    onChanged()
  }

  return (
    <Card>
      <View className="stack">
        <View className="between">
          <Light {...light} />
          <View className="t-note">{`${signUp.personName} · ${wording.party(signUp.party)}`}</View>
        </View>
        {may.includes('acceptPromotion') && (
          <>
            <View className="t-head">{words.promoted}</View>
            <View className="t-note">{words.promotedNote(signUp.answerBy ? nearTime(signUp.answerBy, now) : '')}</View>
            <View className="line">
              <Button block onTap={() => answer(true)}>
                {words.accept}
              </Button>
              <Button look="secondary" onTap={() => answer(false)}>
                {words.decline}
              </Button>
            </View>
          </>
        )}
        {showsCode && (
          <View>
            <View className="t-note">{words.code}</View>
            <View className="t-title">{signUp.code}</View>
            <View className="t-note">{words.codeHint}</View>
          </View>
        )}
        {signUp.checkedInAt && <View className="t-note">{fullTime(signUp.checkedInAt)}</View>}
        {may.includes('cancel') && (
          <Button look="quiet" onTap={leave}>
            {signUp.status === 'waitlisted' ? words.leaveWaitlist : words.leave}
          </Button>
        )}
      </View>
    </Card>
  )
}
