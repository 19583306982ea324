import { useEffect, useState } from 'react'
import { privacyVersion } from '../../../../types/people'
import { CallFailed, client } from '../../../platform/client'
import { newRequestId } from '../../../platform/env'
import { tieToContact } from '../../../platform/hand-on'
import { sendOrKeep, useOutbox, useSettled } from '../../../platform/outbox'
import { replaceWith } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { refreshMe, useMe } from '../../../platform/session'
import { askForMessages, prepareMessages } from '../../../platform/subscribe'
import { documentsWording } from '../documents/wording'
import type { ItemDetail, Outcome } from '../shapes'
import { forgetForm, type KeptForm } from './kept-form'
import type { Problems } from './problems'
import { filledIn } from './to-submission'
import { type SubmitRefusal, applyWording as words } from './wording'

const operation = 'application.submit'

interface Submission {
  item: ItemDetail
  outcome: Outcome
  form: KeptForm
  onChange: (form: KeptForm) => void
}

/**
 * Hands in once, also when the network is away right now: what was kept carries its request id, so that coming back to the page, or the outbox
 * sending it meanwhile, makes no second application. Mistakes the cloud finds are given back by the place where they stand.
 */
export function useSubmit({ item, outcome, form, onChange }: Submission) {
  const consented = useMe()?.privacyConsent?.version === privacyVersion
  const [refusal, setRefusal] = useState<SubmitRefusal | string>()
  const [sending, setSending] = useState(false)
  const settled = useSettled()
  const waiting = useOutbox().some((entry) => entry.name === operation && entry.input.requestId === form.sentAs)
  useEffect(() => {
    void prepareMessages()
  }, [])

  const settle = (answer: { ok: boolean; value?: unknown; refusal?: unknown } | CallFailed) => {
    if (!(answer instanceof CallFailed) && answer.ok) {
      forgetForm(item.code)
      void refreshMe()
      const { applicationId } = answer.value as { applicationId: number }
      void tieToContact('application', applicationId, item.code).then(() => replaceWith('applied', { applicationId }))
      return
    }
    // What was refused may be changed and handed in anew, as another request.
    const { sentAs: _gone, ...rest } = form
    onChange(rest)
    setRefusal(
      answer instanceof CallFailed ? (answer.fields[0]?.problem ?? answer.message) : (answer.refusal as SubmitRefusal),
    )
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the outbox sent is looked at once
  useEffect(() => {
    if (settled?.entry.name === operation && form.sentAs && settled.entry.input.requestId === form.sentAs)
      settle(settled.answer)
  }, [settled])

  const submit = async () => {
    setSending(true)
    setRefusal(undefined)
    // Within the tap, before anything else: WeChat allows the prompt only there.
    const asking = askForMessages(['correctionRequested', 'applicationAccepted', 'applicationDecided'])
    const sentAs = form.sentAs ?? newRequestId()
    try {
      if (!consented) {
        const consent = await client.people.givePrivacyConsent({ version: privacyVersion })
        if (!consent.ok) return setRefusal(words.consentTitle)
      }
      await asking
      const answer = await sendOrKeep(operation, item.name, {
        requestId: sentAs,
        itemCode: item.code,
        itemVersion: form.itemVersion,
        ...(form.applicationId
          ? { applicationId: form.applicationId }
          : form.personId
            ? { personId: form.personId }
            : {}),
        ...filledIn(form, outcome),
      })
      if (answer) settle(answer)
      // Without a network a browser could not even fetch the next page: it is said here.
      else onChange({ ...form, sentAs })
    } catch (error) {
      if (error instanceof CallFailed) settle(error)
      else say(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  /** Kept earlier and gone from the outbox: the answer came while this page was closed. Asking again with the same id gives it. */
  const answerMissed = form.sentAs !== undefined && !waiting && !sending
  return { refusal, sending, waiting, answerMissed, consented, submit }
}

/** The mistakes the cloud found, by where they stand on the page. */
export function problemsOf(refusal: SubmitRefusal | string | undefined): Problems {
  if (typeof refusal !== 'object') return {}
  if (refusal.reason === 'fileGone') return { [`document.${refusal.key}`]: documentsWording.gone }
  if (refusal.reason !== 'incomplete') return {}
  return {
    ...Object.fromEntries(refusal.fields.map(({ key, problem }) => [`form.${key}`, problem])),
    ...Object.fromEntries(refusal.documents.map(({ key }) => [`document.${key}`, documentsWording.missing])),
  }
}
