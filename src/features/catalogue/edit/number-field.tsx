import { Field } from '../../../components/field'

interface NumberFieldProps {
  label: string
  value: number | undefined
  onChange: (value: number | undefined) => void
}

/** A whole number, or nothing yet. */
export function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <Field
      label={label}
      required
      type="number"
      value={value === undefined ? '' : String(value)}
      onChange={(text) => onChange(/^\d{1,6}$/.test(text) ? Number(text) : undefined)}
    />
  )
}
