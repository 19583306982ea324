import { useState } from 'react'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { Sheet } from '../../components/sheet'
import type { Done } from './shapes'
import { useWork } from './use-work'

interface WordsSheetProps {
  title: string
  label: string
  placeholder: string
  submit: string
  done: string
  /** Characters at least. */
  least: number
  most?: number
  onClose: () => void
  work: (words: string) => Promise<Done>
  onDone: () => void
}

/** Something done with words that those concerned will read. */
export function WordsSheet({ title, label, placeholder, submit, done, least, most = 300, ...props }: WordsSheetProps) {
  const { onClose, work, onDone } = props
  const [words, setWords] = useState('')
  const [busy, doIt] = useWork()
  const send = async () => {
    if (!(await doIt(() => work(words.trim()), done))) return
    onClose()
    onDone()
  }
  return (
    <Sheet open title={title} onClose={onClose}>
      <Field
        label={label}
        type="textarea"
        required
        most={most}
        placeholder={placeholder}
        value={words}
        onChange={setWords}
      />
      <Button block loading={busy} disabled={busy || words.trim().length < least} onTap={() => void send()}>
        {submit}
      </Button>
    </Sheet>
  )
}
