import { View } from '@tarojs/components'
import type { ItemDraft } from '../../../../types/catalogue'
import { Card, Section } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { deliveryNames, wording } from '../wording'
import type { PartProps } from './basics'
import { MoneyField } from './number-field'
import { Rows } from './rows'
import { When } from './when'

const words = wording.edit
type Delivery = keyof typeof deliveryNames

/** What it costs a person in ways and money, what comes of it, on what ground, and whom to ask. */
export function Outcome({ draft, change }: PartProps) {
  const questions = draft.guidance ?? []
  const result = draft.result ?? { name: '', deliveries: [] }
  const window = draft.window ?? { place: '', hours: '', phone: '' }
  return (
    <>
      <Rows
        title={words.visits}
        note={words.visitsNote}
        add={words.addVisit}
        rows={draft.visits ?? []}
        nameOf={(row) => row.why}
        fresh={() => ({ when: [], why: '' })}
        onChange={(visits) => change({ visits })}
      >
        {(row, put) => (
          <>
            <Field label={words.visitWhy} required most={160} value={row.why} onChange={(why) => put({ why })} />
            <When questions={questions} value={row.when} onChange={(when) => put({ when })} />
          </>
        )}
      </Rows>
      <Rows
        title={words.fees}
        note={words.feesNote}
        add={words.addFee}
        rows={draft.fees ?? []}
        nameOf={(row) => row.words}
        fresh={() => ({ when: [], cents: 0, words: '' })}
        onChange={(fees) => change({ fees })}
      >
        {(row, put) => (
          <>
            <MoneyField label={words.yuan} cents={row.cents} onChange={(cents) => put({ cents })} />
            <Field
              label={words.feeWords}
              required
              most={80}
              value={row.words}
              onChange={(text) => put({ words: text })}
            />
            <When questions={questions} value={row.when} onChange={(when) => put({ when })} />
          </>
        )}
      </Rows>
      <Section title={words.result}>
        <Card>
          <View className="stack">
            <Field
              label={words.resultName}
              most={60}
              value={result.name}
              onChange={(name) => change({ result: { ...result, name } })}
            />
            <Choices
              label={words.deliveries}
              options={(Object.keys(deliveryNames) as Delivery[]).map((value) => ({
                value,
                words: deliveryNames[value],
              }))}
              values={result.deliveries}
              onChange={(deliveries) => change({ result: { ...result, deliveries } })}
            />
            <Field
              label={words.resultWords}
              most={120}
              value={result.words ?? ''}
              onChange={(text) => change({ result: { ...result, words: text || undefined } })}
            />
          </View>
        </Card>
      </Section>
      <Rows<NonNullable<ItemDraft['legalBasis']>[number]>
        title={words.law}
        add={words.addLaw}
        rows={draft.legalBasis ?? []}
        nameOf={(row) => [row.title, row.article].filter(Boolean).join(' ')}
        fresh={() => ({ title: '' })}
        onChange={(legalBasis) => change({ legalBasis: legalBasis.length > 0 ? legalBasis : undefined })}
      >
        {(row, put) => (
          <>
            <Field label={words.lawTitle} required most={120} value={row.title} onChange={(title) => put({ title })} />
            <Field
              label={words.article}
              most={60}
              value={row.article ?? ''}
              onChange={(article) => put({ article: article || undefined })}
            />
            <Field
              label={words.lawWords}
              type="textarea"
              most={400}
              value={row.words ?? ''}
              onChange={(text) => put({ words: text || undefined })}
            />
          </>
        )}
      </Rows>
      <Section title={words.window}>
        <Card>
          <View className="stack">
            {(['place', 'hours', 'phone'] as const).map((part) => (
              <Field
                key={part}
                label={words[part]}
                value={window[part]}
                onChange={(text) => change({ window: { ...window, [part]: text } })}
              />
            ))}
          </View>
        </Card>
      </Section>
    </>
  )
}
