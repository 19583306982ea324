import { useEffect, useState } from 'react'
import { newRequestId } from '../../../platform/env'
import { dropRefused, sendOrKeep, useOutbox, useSettled } from '../../../platform/outbox'
import { replaceWith } from '../../../platform/routes'
import { confirm, say, wordsOf } from '../../../platform/say'
import type { Uploads } from '../../../platform/use-uploads'
import type { Refusal } from '../shapes'
import type { Checked } from '../use-checked'
import { refusalWords } from '../wording'
import type { VisitInput } from './form'
import { writeWording as words } from './wording'

export const operation = 'hub.writeVisit'

interface Writing {
  input: VisitInput
  uploads: Uploads
  checked: Checked
  /** What the cloud said no to and this is written in place of. */
  insteadOf: string | undefined
  forget: () => void
}

/** Hands a visit in, once, also where there is no network: then it waits in the outbox and the draft is gone. */
export function useWrite({ input, uploads, checked, insteadOf, forget }: Writing) {
  const [busy, setBusy] = useState(false)
  /** The visit of this page that waits in the outbox. */
  const [kept, setKept] = useState<string>()
  const waiting = useOutbox().some((entry) => entry.input.requestId === kept)
  const settled = useSettled()
  useEffect(() => {
    if (kept === undefined || settled?.entry.input.requestId !== kept) return
    const { answer } = settled
    if (!(answer instanceof Error) && answer.ok) return openVisit(answer.value)
    replaceWith('branchWriteVisit', { again: kept })
  }, [settled, kept])

  const submit = async () => {
    if (busy) return
    if (uploads.sending) return say(words.sending)
    if (!checked.check()) return
    const unsent = uploads.items.length - uploads.fileIds.length
    if (unsent > 0 && !(await confirm(words.withoutPhotos(unsent), words.withoutPhotosYes))) return
    setBusy(true)
    try {
      const requestId = newRequestId()
      const answer = await sendOrKeep(operation, words.outbox(input), { requestId, ...input }, { keepRefused: true })
      if (answer && !answer.ok) return say(refusalWords(answer.refusal as Refusal))
      // It lies in the cloud or in the outbox now: not a third time on this phone.
      forget()
      if (insteadOf !== undefined) dropRefused(insteadOf)
      if (!answer) return setKept(requestId)
      say(words.saved)
      openVisit(answer.value)
    } catch (error) {
      if (!checked.take(error)) say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, waiting, submit, another: () => setKept(undefined) }
}

const openVisit = (value: unknown) => replaceWith('branchVisit', { visitId: (value as { visitId: number }).visitId })
