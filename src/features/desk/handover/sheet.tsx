import { useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { Phrases } from '../phrases'
import { refusalWords, wording } from '../wording'
import { Colleagues } from './colleagues'
import { handOverWording as words } from './wording'

interface HandOverSheetProps {
  open: boolean
  cases: readonly { applicationId: number; version: number }[]
  onClose: () => void
  onDone: () => void
}

const shortest = 2

/** Hands one case or several to a colleague, with a note. All or none. */
export function HandOverSheet({ open, cases, onClose, onDone }: HandOverSheetProps) {
  const [toPersonId, setTo] = useState<number>()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (toPersonId === undefined) return
    setBusy(true)
    try {
      const answer = await client.application.handOver({ cases: [...cases], toPersonId, note: note.trim() })
      say(answer.ok ? words.done : refusalWords(answer.refusal))
      if (!answer.ok && answer.refusal.reason !== 'changed') return
      if (answer.ok) setNote('')
      onClose()
      onDone()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open={open} title={words.title(cases.length)} onClose={onClose}>
      <Colleagues
        label={words.who}
        applicationId={cases.length === 1 ? cases[0]?.applicationId : undefined}
        value={toPersonId}
        onChange={setTo}
      />
      <Field
        label={words.note}
        required
        type="textarea"
        most={200}
        placeholder={words.noteHint}
        value={note}
        onChange={setNote}
      />
      <Phrases phrases={words.notes} label={wording.usePhrase} onPick={setNote} />
      <Button block loading={busy} disabled={toPersonId === undefined || note.trim().length < shortest} onTap={submit}>
        {words.submit}
      </Button>
    </Sheet>
  )
}
