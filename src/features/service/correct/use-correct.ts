import { useEffect, useState } from 'react'
import type { FormValues } from '../../../../types/catalogue'
import type { AnswerOf, AnyOperation } from '../../../../types/operation'
import { CallFailed } from '../../../platform/client'
import { newRequestId } from '../../../platform/env'
import { sendOrKeep, useOutbox, useSettled } from '../../../platform/outbox'
import { replaceWith } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { askForMessages, prepareMessages } from '../../../platform/subscribe'
import { useDraft } from '../../../platform/use-draft'
import { emptyDocument, type KeptDocument, type Typed } from '../apply/kept-form'
import { readForm, typedFrom } from '../apply/to-submission'
import type { ApplicationDetail, HandedIn } from '../shapes'
import { type AskedFor, askedFor } from './asked-for'
import { correctRefusal, correctWording as words } from './wording'

interface Mended {
  documents: Readonly<Record<string, KeptDocument>>
  typed: Typed
  /** Whether the form was looked through. */
  typedAnew: boolean
  requestId: string
}

/** Mends what was asked for, all at once, and sends it once, also when the network is away right now. */
export function useCorrect(application: ApplicationDetail) {
  const { applicationId, notices } = application
  const asked = askedFor(application)
  const kind = asked?.kind ?? 'correct'
  const [mended, change, forget] = useDraft<Mended>(`${kind}/${applicationId}/${notices.length}`, {
    documents: {},
    typed: typedFrom(application.values),
    typedAnew: false,
    requestId: newRequestId(),
  })
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const name = `application.${kind}`
  const kept = useOutbox().some((entry) => entry.name === name && entry.input.applicationId === applicationId)
  const settled = useSettled()
  useEffect(() => {
    void prepareMessages()
  }, [])

  const isMended = ({ key, document }: AskedFor) =>
    document ? (mended.documents[key]?.files.length ?? 0) > 0 : mended.typedAnew
  const open = (asked?.lines ?? []).filter((line) => !isMended(line)).length

  const settle = (answer: AnswerOf<AnyOperation> | CallFailed) => {
    if (!(answer instanceof CallFailed) && answer.ok) {
      forget()
      const value = answer.value as { answerBy?: Date; stillMissing?: readonly string[] }
      say(value.answerBy ? words.done(value.answerBy) : words.supplied(value.stillMissing?.length ?? 0))
      return replaceWith('application', { applicationId })
    }
    // Another attempt is another request: what was refused will be changed.
    change({ requestId: newRequestId() })
    setProblem(
      answer instanceof CallFailed
        ? (answer.fields[0]?.problem ?? answer.message)
        : correctRefusal(answer.refusal as Parameters<typeof correctRefusal>[0]),
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the outbox sent is looked at once
  useEffect(() => {
    if (settled?.entry.name === name && settled.entry.input.requestId === mended.requestId) settle(settled.answer)
  }, [settled])

  const submit = async () => {
    if (!asked) return
    setSending(true)
    setProblem('')
    const asking = askForMessages(['applicationAccepted', 'applicationDecided'])
    try {
      await asking
      const answer = await sendOrKeep(name, words.outbox[kind](application.itemName), {
        requestId: mended.requestId,
        applicationId,
        documents: handedIn(asked.lines, mended.documents),
        ...(kind === 'correct' && mended.typedAnew ? { form: typedValues(application, mended.typed) } : {}),
      })
      if (answer) settle(answer)
    } catch (error) {
      if (error instanceof CallFailed) settle(error)
      else say(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return { asked, mended, change, isMended, open, problem, sending, kept, submit }
}

const handedIn = (lines: readonly AskedFor[], documents: Mended['documents']): HandedIn[] =>
  lines.flatMap(({ key }) => {
    const { files } = documents[key] ?? emptyDocument
    return files.length === 0 ? [] : [{ key, fileIds: files.map((file) => file.fileId), later: false, reuse: false }]
  })

const typedValues = (application: ApplicationDetail, typed: Typed): FormValues => readForm(application.form, typed)
