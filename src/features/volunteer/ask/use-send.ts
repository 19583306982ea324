import { useEffect, useRef, useState } from 'react'
import type { RefusalOf } from '../../../../types/operation'
import { privacyVersion } from '../../../../types/people'
import type { volunteer } from '../../../../types/volunteer'
import { client } from '../../../platform/client'
import { tieToContact } from '../../../platform/hand-on'
import { sendOrKeep, useOutbox, useSettled } from '../../../platform/outbox'
import { replaceWith } from '../../../platform/routes'
import { wordsOf } from '../../../platform/say'
import { refreshMe, useMe } from '../../../platform/session'
import { askForMessages, prepareMessages } from '../../../platform/subscribe'
import { kindNames } from '../wording'
import { type AskForm, toAsk } from './form'
import { timesOf } from './times'
import { askRefusal, askWording as words } from './wording'

const operation = 'volunteer.ask'
type AskRefusal = RefusalOf<(typeof volunteer)['ask']>

/** Sends a request for help once, also when the network is away right now, and goes on to its page. */
export function useSendAsk(form: AskForm, forget: () => void) {
  const consented = useMe()?.privacyConsent?.version === privacyVersion
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  // Also when the page was closed meanwhile: what waits is not asked for twice.
  const waiting = useOutbox().some((entry) => entry.name === operation)
  const settled = useSettled()
  const known = useRef(settled)
  useEffect(() => {
    void prepareMessages()
  }, [])
  useEffect(() => {
    if (settled === known.current) return
    known.current = settled
    if (settled?.entry.name !== operation) return
    const { answer } = settled
    if (answer instanceof Error) setProblem(answer.message)
    else if (answer.ok) {
      forget()
      void openRequest(answer.value)
    } else setProblem(askRefusal(answer.refusal as AskRefusal))
  }, [settled, forget])

  const send = async () => {
    const { kind } = form
    if (kind === '') return
    const times = timesOf(kind, form.when, new Date())
    if (!times) return setProblem(words.whenMissing)
    setSending(true)
    setProblem('')
    // Within the tap, before anything else: WeChat allows the prompt only there.
    const asking = askForMessages(['helpTaken', 'helpOnTheWay', 'helpUnmet'])
    try {
      if (!consented) await client.people.givePrivacyConsent({ version: privacyVersion })
      await asking
      const answer = await sendOrKeep(operation, words.outbox(kindNames[kind]), toAsk(form, kind, times))
      // It waits in the outbox: the page says so, the draft stays until the cloud has it.
      if (!answer) return
      if (!answer.ok) return setProblem(askRefusal(answer.refusal as AskRefusal))
      forget()
      if (!consented) void refreshMe()
      await openRequest(answer.value)
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return { problem, sending, waiting, consented, send }
}

async function openRequest(value: unknown): Promise<void> {
  const { helpRequestId } = value as { helpRequestId: number }
  await tieToContact('helpRequest', helpRequestId)
  replaceWith('helpRequest', { helpRequestId })
}
