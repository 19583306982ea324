import { useEffect, useState } from 'react'
import { privacyVersion } from '../../../../types/people'
import { client } from '../../../platform/client'
import { replaceWith } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { refreshMe, useMe } from '../../../platform/session'
import { askForMessages, prepareMessages } from '../../../platform/subscribe'
import { type JoinRefusal, joinRefusal, joinWording as words } from './wording'

/** Joins a household by its code, or asks the staff to see that I live there; agrees to the privacy guide on the way. */
export function useJoin(again: () => Promise<void>) {
  const consented = useMe()?.privacyConsent?.version === privacyVersion
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void prepareMessages()
  }, [])
  const run = async (step: () => Promise<{ ok: true } | { ok: false; refusal: JoinRefusal }>, done: () => void) => {
    setBusy(true)
    setProblem('')
    // Within the tap, before anything else: WeChat allows the prompt only there.
    const asking = askForMessages(['householdJoined', 'householdNotJoined', 'contactAnswered'])
    try {
      if (!consented) {
        await client.people.givePrivacyConsent({ version: privacyVersion })
        void refreshMe()
      }
      await asking
      const answer = await step()
      if (!answer.ok) return setProblem(joinRefusal(answer.refusal))
      done()
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const byCode = (code: string) =>
    run(
      () => client.hub.joinByCode({ code }),
      () => {
        say(words.joined)
        replaceWith('hub')
      },
    )
  const byStaff = (areaCode: string, door: string) =>
    run(
      () => client.hub.askToJoin({ areaCode, door }),
      () => {
        say(words.asked)
        void again()
      },
    )
  return { consented, problem, busy, byCode, byStaff, clear: () => setProblem('') }
}
