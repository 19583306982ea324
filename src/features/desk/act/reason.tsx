import { Field } from '../../../components/field'
import { actWording as words } from './wording'

interface ReasonProps {
  label?: string
  placeholder?: string
  most?: number
  required?: boolean
  value: string
  onChange(text: string): void
}

/** Why an act is done: a few sentences that the applicant will read. */
export function Reason({ label = words.reason, most = 200, required = true, ...field }: ReasonProps) {
  return <Field {...field} type="textarea" label={label} most={most} required={required} />
}
