import { useEffect, useRef, useState } from 'react'
import type { hub } from '../../../../types/hub'
import type { RefusalOf } from '../../../../types/operation'
import { privacyVersion } from '../../../../types/people'
import { client } from '../../../platform/client'
import { sendOrKeep, useOutbox, useSettled } from '../../../platform/outbox'
import { replaceWith } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { refreshMe, useMe } from '../../../platform/session'
import { askForMessages, prepareMessages } from '../../../platform/subscribe'
import type { Uploads } from '../../../platform/use-uploads'
import { askRefusal, cardWording as words } from '../card/wording'
import { kindNames } from '../wording'
import { type AskForm, toAsk } from './form'

const operation = 'hub.askHub'
type AskRefusal = RefusalOf<(typeof hub)['askHub']>

interface Sending {
  form: AskForm
  /** Absent: that of my household. */
  hubId: number | undefined
  uploads: Uploads
  forget: () => void
}

/** Turns to a hub once, also when the network is away right now, and goes on to the thread. */
export function useSendAsk({ form, hubId, uploads, forget }: Sending) {
  const consented = useMe()?.privacyConsent?.version === privacyVersion
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  // Also when the page was closed meanwhile: what waits is not said twice.
  const waiting = useOutbox().some((entry) => entry.name === operation && entry.input.hubId === hubId)
  const settled = useSettled()
  const known = useRef(settled)
  useEffect(() => {
    void prepareMessages()
  }, [])
  useEffect(() => {
    if (settled === known.current) return
    known.current = settled
    if (settled?.entry.name !== operation || settled.entry.input.hubId !== hubId) return
    const { answer } = settled
    if (answer instanceof Error) setProblem(answer.message)
    else if (answer.ok) {
      forget()
      openThread(answer.value)
    } else setProblem(askRefusal(answer.refusal as AskRefusal))
  }, [settled, forget, hubId])

  const send = async () => {
    if (form.words.trim().length < 2) return setProblem(words.tooShort)
    if (uploads.sending) return setProblem(words.sending)
    setSending(true)
    setProblem('')
    // Within the tap, before anything else: WeChat allows the prompt only there.
    const asking = askForMessages(['contactAnswered', 'contactMessage', 'contactHandedOn'])
    try {
      if (!consented) await client.people.givePrivacyConsent({ version: privacyVersion })
      await asking
      const answer = await sendOrKeep(
        operation,
        words.outbox(kindNames[form.kind]),
        toAsk(form, hubId, uploads.fileIds),
      )
      // It waits in the outbox: the page says so, the draft stays until the cloud has it.
      if (!answer) return
      if (!answer.ok) return setProblem(askRefusal(answer.refusal as AskRefusal))
      forget()
      if (!consented) void refreshMe()
      say(form.aboutHost ? words.sentStaff : words.sent)
      openThread(answer.value)
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return { problem, sending, waiting, consented, send, forgive: () => setProblem('') }
}

const openThread = (value: unknown) => replaceWith('contact', { contactId: (value as { contactId: number }).contactId })
