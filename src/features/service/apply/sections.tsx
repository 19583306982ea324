import { View } from '@tarojs/components'
import { Card, Section } from '../../../components/card'
import { DocumentCard } from '../documents/document-card'
import { NotNow } from '../documents/not-now'
import type { EarlierDocument } from '../documents/use-earlier-documents'
import type { ItemDetail, Outcome } from '../shapes'
import { DeliveryChoice } from './delivery'
import { Fields, idOf } from './fields'
import { emptyDocument, type KeptDocument, type KeptForm } from './kept-form'
import type { Problems } from './problems'
import { Review } from './review'
import './style.scss'
import { handedInNow } from './to-submission'
import { Who } from './who'
import { applyWording as words } from './wording'

interface SectionsProps {
  item: ItemDetail
  outcome: Outcome
  form: KeptForm
  people: readonly { personId: number; name: string }[]
  earlier: ReadonlyMap<string, EarlierDocument>
  problems: Problems
  focus: string
  onChange: (place: string, change: Partial<KeptForm>) => void
  onLeave: (key: string) => void
}

/** The whole form on one page. */
export function AllSections(props: SectionsProps) {
  const { outcome, people } = props
  return (
    <View>
      {people.length > 0 && (
        <Card>
          <WhoPart {...props} />
        </Card>
      )}
      {Object.keys(outcome.form.properties).length > 0 && (
        <Section title={words.fill}>
          <Card>
            <FieldsPart {...props} />
          </Card>
        </Section>
      )}
      {outcome.documents.length > 0 && (
        <Section title={words.documents}>
          <View className="stack">
            {handedInNow(outcome.documents).map(({ key }) => (
              <DocumentPart key={key} {...props} documentKey={key} />
            ))}
            <NotNow documents={outcome.documents} />
          </View>
        </Section>
      )}
      <View className="section">
        <Card>
          <DeliveryPart {...props} />
        </Card>
      </View>
    </View>
  )
}

/** One thing of it; the last step shows everything once more. */
export function OneSection({
  step,
  onEdit,
  ...props
}: SectionsProps & { step: string; onEdit: (place: string) => void }) {
  const [kind, key = ''] = step.split('.')
  if (kind === 'document') return <DocumentPart {...props} documentKey={key} />
  if (kind === 'check') {
    return (
      <View className="stack">
        <View className="t-head">{words.check}</View>
        <Review outcome={props.outcome} form={props.form} problems={props.problems} onEdit={onEdit} />
        <NotNow documents={props.outcome.documents} />
      </View>
    )
  }
  return (
    <Card>
      {kind === 'who' && <WhoPart {...props} />}
      {kind === 'form' && <FieldsPart {...props} keys={[key]} />}
      {kind === 'delivery' && <DeliveryPart {...props} />}
    </Card>
  )
}

const WhoPart = ({ people, form, onChange }: SectionsProps) => (
  <Who people={people} value={form.personId} onChange={(personId) => onChange('who', { personId })} />
)

const FieldsPart = ({
  outcome,
  form,
  problems,
  focus,
  keys,
  onChange,
  onLeave,
}: SectionsProps & { keys?: readonly string[] }) => (
  <Fields
    form={outcome.form}
    typed={form.typed}
    problems={problems}
    focus={focus}
    onChange={(key, value) => onChange(`form.${key}`, { typed: { ...form.typed, [key]: value } })}
    onLeave={onLeave}
    {...(keys ? { keys } : {})}
  />
)

const DeliveryPart = ({ outcome, form, problems, focus, onChange }: SectionsProps) => (
  <DeliveryChoice
    outcome={outcome}
    form={form}
    problems={problems}
    focus={focus}
    onChange={(change) => onChange('postTo' in change ? 'postTo' : 'delivery', change)}
  />
)

function DocumentPart({
  item,
  outcome,
  form,
  earlier,
  problems,
  onChange,
  documentKey,
}: SectionsProps & { documentKey: string }) {
  const place = `document.${documentKey}`
  const document = outcome.documents.find(({ key }) => key === documentKey)
  if (!document) return null
  const put = (value: KeptDocument) => onChange(place, { documents: { ...form.documents, [documentKey]: value } })
  return (
    <View id={idOf(place)}>
      <DocumentCard
        document={document}
        itemName={item.name}
        value={form.documents[documentKey] ?? emptyDocument}
        earlier={document.reusable ? earlier.get(document.name) : undefined}
        problem={problems[place] ?? ''}
        onChange={put}
      />
    </View>
  )
}
