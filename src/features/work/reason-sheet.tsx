import { useState } from 'react'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { Sheet } from '../../components/sheet'

interface ReasonProps {
  open: boolean
  title: string
  label: string
  placeholder: string
  most: number
  busy: boolean
  onClose: () => void
  /** Whether it was done: then the words are forgotten. */
  onSend: (reason: string) => Promise<boolean>
}

const shortest = 2

/** Something that ends, with a reason that those concerned will read. */
export function ReasonSheet({ open, title, label, placeholder, most, busy, onClose, onSend }: ReasonProps) {
  const [reason, setReason] = useState('')
  const send = async () => {
    if (!(await onSend(reason.trim()))) return
    setReason('')
    onClose()
  }
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <Field
        label={label}
        type="textarea"
        required
        most={most}
        placeholder={placeholder}
        value={reason}
        onChange={setReason}
      />
      <Button block loading={busy} disabled={reason.trim().length < shortest} onTap={() => void send()}>
        {title}
      </Button>
    </Sheet>
  )
}
