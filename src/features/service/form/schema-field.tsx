import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { FormField } from '../../../../types/catalogue'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { formWording as words } from './wording'

interface SchemaFieldProps {
  field: FormField
  required: boolean
  value: string | boolean | undefined
  problem: string
  focus: boolean
  onChange: (value: string | boolean) => void
  onLeave: () => void
}

/** One field of an item's form, as its schema says: visible choices, a day, a number, a line, several lines, yes or no. */
export function SchemaField({ field, required, value, problem, focus, onChange, onLeave }: SchemaFieldProps) {
  const text = typeof value === 'string' ? value : ''
  const label = required ? field.title : `${field.title}${words.optional}`
  const hint = problem ? '' : (field.description ?? '')
  if (field.type === 'boolean') {
    return (
      <Asked hint={hint}>
        <Choice
          label={label}
          options={[
            { value: 1, words: words.yes },
            { value: 0, words: words.no },
          ]}
          value={typeof value === 'boolean' ? Number(value) : undefined}
          problem={problem}
          onChange={(chosen) => onChange(chosen === 1)}
        />
      </Asked>
    )
  }
  if (field.enum) {
    return (
      <Asked hint={hint}>
        <Choice
          label={label}
          options={field.enum.map((option) => ({ value: option, words: option }))}
          value={text || undefined}
          problem={problem}
          onChange={onChange}
        />
      </Asked>
    )
  }
  if (field.format === 'date') {
    return (
      <Asked hint={hint}>
        <DayTime
          label={label}
          kind="date"
          value={text}
          placeholder={words.chooseDay}
          problem={problem}
          from="1900-01-01"
          onChange={onChange}
        />
      </Asked>
    )
  }
  const most = field.maxLength ?? (field.format === 'long' ? 500 : undefined)
  return (
    <Field
      label={field.title}
      required={required}
      type={typeOf(field)}
      value={text}
      problem={problem}
      hint={hint}
      focus={focus}
      onChange={onChange}
      onLeave={onLeave}
      {...(most === undefined ? {} : { most })}
    />
  )
}

const Asked = ({ hint, children }: { hint: string; children: ReactNode }) => (
  <View className="field">
    {children}
    {hint ? <View className="t-hint">{hint}</View> : null}
  </View>
)

/** The keyboard that fits. Identity numbers may end in X: no number pad. */
function typeOf({ type, format }: FormField): 'text' | 'number' | 'tel' | 'textarea' {
  if (format === 'long') return 'textarea'
  if (format === 'phone') return 'tel'
  return type === 'integer' ? 'number' : 'text'
}
