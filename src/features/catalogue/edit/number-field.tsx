import { useState } from 'react'
import { Field } from '../../../components/field'

interface NumberFieldProps {
  label: string
  value: number | undefined
  /** What counts when it is left empty; such a field need not be filled in. */
  otherwise?: string
  hint?: string
  onChange: (value: number | undefined) => void
}

/** A whole number, or nothing yet. */
export function NumberField({ label, value, otherwise, hint, onChange }: NumberFieldProps) {
  return (
    <Field
      label={label}
      required={otherwise === undefined}
      type="number"
      value={value === undefined ? '' : String(value)}
      {...(otherwise !== undefined && { placeholder: otherwise })}
      {...(hint !== undefined && { hint })}
      onChange={(text) => onChange(/^\d{1,6}$/.test(text) ? Number(text) : undefined)}
    />
  )
}

/** An amount in yuan as people write it, kept in cents. */
export function MoneyField({
  label,
  cents,
  onChange,
}: {
  label: string
  cents: number
  onChange: (c: number) => void
}) {
  const [typed, setTyped] = useState(cents === 0 ? '' : String(cents / 100))
  return (
    <Field
      label={label}
      required
      value={typed}
      onChange={(text) => {
        setTyped(text)
        const [, yuan = '0', rest = ''] = /^(\d{1,6})(?:[.。](\d{0,2}))?$/.exec(text.trim()) ?? []
        onChange(Number(yuan) * 100 + Number(rest.padEnd(2, '0')))
      }}
    />
  )
}
