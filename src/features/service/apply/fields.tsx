import { View } from '@tarojs/components'
import type { Form } from '../../../../types/catalogue'
import { SchemaField } from '../form/schema-field'
import type { Typed } from './kept-form'
import type { Problems } from './problems'
import './style.scss'

interface FieldsProps {
  form: Form
  /** Only these; absent: all of them. */
  keys?: readonly string[]
  typed: Typed
  problems: Problems
  /** Where the cursor goes: the first mistake. */
  focus: string
  onChange: (key: string, value: string | boolean) => void
  onLeave: (key: string) => void
}

/** The fields of an item's form, in the order of its schema. */
export function Fields({ form, keys, typed, problems, focus, onChange, onLeave }: FieldsProps) {
  return (
    <View className="apply__fields">
      {Object.entries(form.properties)
        .filter(([key]) => !keys || keys.includes(key))
        .map(([key, field]) => {
          const place = `form.${key}`
          return (
            <View key={key} id={idOf(place)}>
              <SchemaField
                field={field}
                required={form.required.includes(key)}
                value={typed[key]}
                problem={problems[place] ?? ''}
                focus={focus === place}
                onChange={(value) => onChange(key, value)}
                onLeave={() => onLeave(key)}
              />
            </View>
          )
        })}
    </View>
  )
}

/** The id of a place on the page, to scroll to. */
export const idOf = (place: string) => `at-${place.replace('.', '-')}`
