import type { FormField } from '../../../../types/catalogue'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Switch } from '../../../components/switch'
import { wording } from '../wording'
import type { PartProps } from './basics'
import { freshKey } from './keys'
import { NumberField } from './number-field'
import { Rows } from './rows'
import { When } from './when'

const words = wording.edit

type Kind = keyof typeof words.fieldKinds
interface FieldRow {
  key: string
  field: FormField
  required: boolean
}

/** What residents fill in, in the order of the page. */
export function FormFields({ draft, change }: PartProps) {
  const form = draft.form ?? { type: 'object' as const, properties: {}, required: [] }
  const rows = Object.entries(form.properties).map(([key, field]) => ({
    key,
    field,
    required: form.required.includes(key),
  }))
  return (
    <Rows<FieldRow>
      title={words.fields}
      add={words.addField}
      rows={rows}
      nameOf={(row) => row.field.title}
      fresh={() => ({
        key: freshKey(
          'f',
          rows.map((row) => row.key),
        ),
        field: { type: 'string', title: '' },
        required: true,
      })}
      onChange={(next) =>
        change({
          form: {
            type: 'object',
            properties: Object.fromEntries(next.map((row) => [row.key, row.field])),
            required: next.filter((row) => row.required).map((row) => row.key),
          },
        })
      }
    >
      {({ field, required }, put) => {
        const set = (part: Partial<FormField>) => put({ field: { ...field, ...part } })
        return (
          <>
            <Field label={words.field} required most={40} value={field.title} onChange={(title) => set({ title })} />
            <Choice
              label={words.fieldKind}
              options={(Object.keys(words.fieldKinds) as Kind[]).map((value) => ({
                value,
                words: words.fieldKinds[value],
              }))}
              value={kindOf(field)}
              onChange={(kind) => put({ field: fieldOf(kind, field) })}
            />
            {field.enum && (
              <Field
                label={words.choices}
                required
                type="textarea"
                value={field.enum.join('\n')}
                onChange={(text) => set({ enum: text.split('\n') })}
              />
            )}
            <Field
              label={words.fieldHint}
              most={120}
              value={field.description ?? ''}
              onChange={(description) => set({ description: description || undefined })}
            />
            <Bounds field={field} onChange={set} />
            <Switch label={words.required} on={required} onChange={(on) => put({ required: on })} />
            <When
              questions={draft.guidance ?? []}
              value={field['x-when'] ?? []}
              onChange={(when) => set({ 'x-when': when.length > 0 ? when : undefined })}
            />
          </>
        )
      }}
    </Rows>
  )
}

/** How long or how large; left empty there is no bound. */
function Bounds({ field, onChange }: { field: FormField; onChange: (part: Partial<FormField>) => void }) {
  const free = field.type === 'string' && !field.enum && (!field.format || field.format === 'long')
  const parts = free
    ? (['minLength', 'maxLength'] as const)
    : field.type === 'number' || field.type === 'integer'
      ? (['minimum', 'maximum'] as const)
      : []
  return (
    <>
      {parts.map((part) => (
        <NumberField
          key={part}
          label={words.bounds[part]}
          otherwise={words.noBound}
          value={field[part]}
          onChange={(value) => onChange({ [part]: value })}
        />
      ))}
    </>
  )
}

function kindOf(field: FormField): Kind {
  if (field.enum) return 'choice'
  if (field.type === 'boolean') return 'yesNo'
  return field.type === 'string' ? (field.format ?? 'text') : 'number'
}

/** A field of another kind keeps its words and its condition; bounds of the old kind go. */
function fieldOf(kind: Kind, { title, description, 'x-when': when }: FormField): FormField {
  const kept = { title, ...(description && { description }), ...(when && { 'x-when': when }) }
  if (kind === 'choice') return { ...kept, type: 'string', enum: [] }
  if (kind === 'yesNo') return { ...kept, type: 'boolean' }
  if (kind === 'number') return { ...kept, type: 'number' }
  return { ...kept, type: 'string', ...(kind !== 'text' && { format: kind }) }
}
