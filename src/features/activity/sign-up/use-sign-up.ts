import { useEffect, useState } from 'react'
import type { ActivityDetail } from '../../../../types/activity'
import { privacyVersion } from '../../../../types/people'
import { client } from '../../../platform/client'
import { tieToContact } from '../../../platform/hand-on'
import { sendOrKeep, useSettled } from '../../../platform/outbox'
import { replaceWith } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { refreshMe, useMe } from '../../../platform/session'
import { askForMessages, prepareMessages } from '../../../platform/subscribe'
import { readAnswers } from './answers'
import type { Wish } from './wishes'
import { type SignUpRefusal, signUpWording as words } from './wording'

export interface SignUpForm extends Wish {
  /** 0: me. */
  personId: number
  inviteCode: string
}

/** Sends a sign-up once, also when the network is away right now, and goes on to what became of it. */
export function useSignUp(activity: ActivityDetail, forget: () => void) {
  const { activityId } = activity
  const consented = useMe()?.privacyConsent?.version === privacyVersion
  const [problem, setProblem] = useState<SignUpRefusal | string>()
  const [sending, setSending] = useState(false)
  const [kept, setKept] = useState(false)
  const settled = useSettled()
  useEffect(() => {
    void prepareMessages()
  }, [])

  // What was kept has been sent now: on to what became of it.
  useEffect(() => {
    if (!kept || settled?.entry.name !== 'activity.signUp' || settled.entry.input.activityId !== activityId) return
    setKept(false)
    const { answer } = settled
    if (answer instanceof Error) setProblem(answer.message)
    else if (answer.ok) showResult(activityId, answer.value)
    else setProblem(answer.refusal as SignUpRefusal)
  }, [kept, settled, activityId])

  const submit = async (form: SignUpForm) => {
    setSending(true)
    setProblem(undefined)
    // Within the tap, before anything else: WeChat allows the prompt only there.
    const asking = askForMessages(['signUpPromoted', 'activityChanged', 'activityReminder'])
    try {
      if (!consented) {
        const consent = await client.people.givePrivacyConsent({ version: privacyVersion })
        if (!consent.ok) return setProblem(words.consentTitle)
      }
      await asking
      const answer = await sendOrKeep('activity.signUp', activity.title, {
        activityId,
        party: form.party,
        answers: readAnswers(activity.questions, form.answers),
        ...(form.personId ? { personId: form.personId } : {}),
        ...(form.groupId ? { groupId: form.groupId } : {}),
        ...(form.inviteCode ? { inviteCode: form.inviteCode } : {}),
      })
      if (answer && !answer.ok) return setProblem(answer.refusal as SignUpRefusal)
      forget()
      // Without a network a browser could not even fetch the next page: it is said here.
      if (!answer) return setKept(true)
      void refreshMe()
      showResult(activityId, answer.value)
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return { problem, sending, kept, consented, submit }
}

function showResult(activityId: number, value: unknown): void {
  const { signUpId } = value as { signUpId: number }
  void tieToContact('activity', activityId).then(() => replaceWith('signUpResult', { activityId, signUpId }))
}
