import { useState } from 'react'
import { privacyVersion } from '../../../../types/people'
import type { VolunteerProfile } from '../../../../types/volunteer'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { refreshMe, useMe } from '../../../platform/session'
import { askForMessages, prepareMessages } from '../../../platform/subscribe'
import { type Problems, type ProfileForm, problemsOf, toProfile } from './form'
import { profileRefusal, profileWording as words } from './wording'

/** Hands a profile in, or saves what was changed. */
export function useSaveProfile(onSaved: (profile: VolunteerProfile) => void) {
  const consented = useMe()?.privacyConsent?.version === privacyVersion
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState('')
  const [sending, setSending] = useState(false)

  const save = async (form: ProfileForm, start: { lat: number; lng: number } | null, first: boolean) => {
    const found = problemsOf(form, start)
    setProblems(found)
    if (Object.keys(found).length > 0 || !start) return setRefusal(words.missing)
    setRefusal('')
    setSending(true)
    const asking = askForMessages(['helpOffered', 'volunteerApproved', 'helpCancelled'])
    try {
      if (!consented) {
        await client.people.givePrivacyConsent({ version: privacyVersion })
        void refreshMe()
      }
      await asking
      const answer = await client.volunteer.saveProfile(toProfile(form, start))
      if (!answer.ok) return setRefusal(profileRefusal(answer.refusal))
      say(first ? words.sent : words.saved)
      onSaved(answer.value)
    } catch (error) {
      setRefusal(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return { problems, refusal, sending, consented, save, prepare: prepareMessages }
}
