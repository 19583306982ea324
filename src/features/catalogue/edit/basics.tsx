import { View } from '@tarojs/components'
import type { ItemDraft, LifeEvent } from '../../../../types/catalogue'
import { Card, Section } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { lifeEventNames, wording } from '../wording'
import { linesOf } from './keys'
import { NumberField } from './number-field'

const words = wording.edit

export interface PartProps {
  draft: ItemDraft
  change: (part: Partial<ItemDraft>) => void
}

/** What it is, who does it, how long it takes, and where it is found. */
export function Basics({ draft, change, code, setCode, codeFixed }: PartProps & BasicsProps) {
  return (
    <Section title={words.basics}>
      <Card>
        <View className="stack">
          <Field label={words.name} required most={60} value={draft.name} onChange={(name) => change({ name })} />
          <Field
            label={words.department}
            required
            most={40}
            value={draft.department}
            onChange={(department) => change({ department })}
          />
          <Field
            label={words.code}
            required
            hint={words.codeHint}
            disabled={codeFixed}
            value={code}
            onChange={(text) => setCode(text.toUpperCase())}
          />
          <Field
            label={words.summary}
            required
            most={120}
            value={draft.summary ?? ''}
            onChange={(summary) => change({ summary: summary || undefined })}
          />
          <Choice
            label={words.kind}
            options={(['onSpot', 'promised'] as const).map((value) => ({ value, words: words.kinds[value] }))}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
          <NumberField
            label={words.promised}
            value={draft.promisedLimit}
            onChange={(promisedLimit) => change({ promisedLimit })}
          />
          <NumberField
            label={words.statutory}
            value={draft.statutoryLimit}
            onChange={(statutoryLimit) => change({ statutoryLimit })}
          />
          <Choices
            label={words.lifeEvents}
            options={(Object.keys(lifeEventNames) as LifeEvent[]).map((value) => ({
              value,
              words: lifeEventNames[value],
            }))}
            values={draft.lifeEvents ?? []}
            onChange={(lifeEvents) => change({ lifeEvents: lifeEvents.length > 0 ? lifeEvents : undefined })}
          />
          <Field
            label={words.aliases}
            value={(draft.aliases ?? []).join('、')}
            onChange={(text) => change({ aliases: text === '' ? [] : text.split(/[、，,]/) })}
          />
          <Field
            label={words.conditions}
            required
            type="textarea"
            value={(draft.conditions ?? []).join('\n')}
            onChange={(text) => change({ conditions: text === '' ? [] : text.split('\n') })}
          />
        </View>
      </Card>
    </Section>
  )
}

interface BasicsProps {
  code: string
  setCode: (code: string) => void
  /** Once published the code stays. */
  codeFixed: boolean
}

/** What was typed as lists, without the empty lines that typing leaves. */
export function tidied(draft: ItemDraft): ItemDraft {
  const { aliases, conditions, guidance, form } = draft
  return {
    ...draft,
    ...(aliases && { aliases: aliases.filter((alias) => alias.trim() !== '') }),
    ...(conditions && { conditions: linesOf(conditions.join('\n')) }),
    ...(guidance && {
      guidance: guidance.map((q) => ({ ...q, options: q.options.filter((o) => o.label.trim() !== '') })),
    }),
    ...(form && {
      form: {
        ...form,
        properties: Object.fromEntries(
          Object.entries(form.properties).map(([key, field]) => [
            key,
            field.enum ? { ...field, enum: linesOf(field.enum.join('\n')) } : field,
          ]),
        ),
      },
    }),
  }
}
