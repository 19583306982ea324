export interface FieldProps {
  label: string
  value: string
  /** A sentence under the field when something is wrong. */
  problem?: string
  hint?: string
  placeholder?: string
  type?: 'text' | 'number' | 'textarea' | 'password' | 'tel'
  required?: boolean
  /** Puts the cursor here when it becomes true: the first mistake of a form. */
  focus?: boolean
  /** Characters at most; absent: no limit shown. */
  most?: number
  disabled?: boolean
  onChange: (value: string) => void
  onLeave?: () => void
}
