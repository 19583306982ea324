import type { AskForm } from './form'

/** A part of the form: what was said so far, and how it is changed. */
export interface PartProps {
  form: AskForm
  onChange: (part: Partial<AskForm>) => void
}
