import { useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { say, wordsOf } from '../../../platform/say'
import type { Refusal } from '../shapes'
import { refusalWords } from '../wording'

interface ReasonSheetProps {
  open: boolean
  title: string
  label: string
  placeholder: string
  submit: string
  done: string
  onClose: () => void
  work: (reason: string) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>
  onDone: () => void
}

const shortest = 2

/** Something that ends, with a reason that those concerned will read. */
export function ReasonSheet({
  open,
  title,
  label,
  placeholder,
  submit,
  done,
  onClose,
  work,
  onDone,
}: ReasonSheetProps) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      const answer = await work(reason.trim())
      say(answer.ok ? done : refusalWords(answer.refusal))
      if (!answer.ok) return
      setReason('')
      onClose()
      onDone()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <Field
        label={label}
        type="textarea"
        required
        most={100}
        placeholder={placeholder}
        value={reason}
        onChange={setReason}
      />
      <Button block loading={busy} disabled={reason.trim().length < shortest} onTap={send}>
        {submit}
      </Button>
    </Sheet>
  )
}
