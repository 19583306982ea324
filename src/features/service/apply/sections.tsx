import { View } from '@tarojs/components'
import { Card, Section } from '../../../components/card'
import { DocumentCard } from '../documents/document-card'
import { NotNow } from '../documents/not-now'
import type { EarlierDocument } from '../documents/use-earlier-documents'
import type { OnTheWay, Places } from '../documents/use-on-the-way'
import type { ItemDetail, Outcome } from '../shapes'
import { DeliveryChoice } from './delivery'
import { Fields, idOf } from './fields'
import { emptyDocument, type KeptDocument, type KeptForm, keptForm } from './kept-form'
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
  onTheWay: Places
  focus: string
  onChange: (place: string, change: Partial<KeptForm>) => void
  onLeave: (key: string) => void
  onWay: (documentKey: string, now: OnTheWay) => void
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
  return (
    <>
      {/* All documents stay, most of them out of sight: a picture goes on its way while the next question is answered. */}
      {handedInNow(props.outcome.documents).map((doc) => (
        <View key={doc.key} style={kind === 'document' && doc.key === key ? {} : { display: 'none' }}>
          <DocumentPart {...props} documentKey={doc.key} />
        </View>
      ))}
      {kind === 'check' && (
        <View className="stack">
          <View className="t-head">{words.check}</View>
          <Review {...props} onEdit={onEdit} />
          <NotNow documents={props.outcome.documents} />
        </View>
      )}
      {(kind === 'who' || kind === 'form' || kind === 'delivery') && (
        <Card>
          {kind === 'who' && <WhoPart {...props} />}
          {kind === 'form' && <FieldsPart {...props} keys={[key]} />}
          {kind === 'delivery' && <DeliveryPart {...props} />}
        </Card>
      )}
    </>
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
  onWay,
  documentKey,
}: SectionsProps & { documentKey: string }) {
  const place = `document.${documentKey}`
  const document = outcome.documents.find(({ key }) => key === documentKey)
  if (!document) return null
  // Two files may arrive in one moment: what is kept is newer than what is drawn.
  const put = (value: KeptDocument) =>
    onChange(place, { documents: { ...(keptForm(item.code) ?? form).documents, [documentKey]: value } })
  return (
    <View id={idOf(place)}>
      <DocumentCard
        document={document}
        itemName={item.name}
        value={form.documents[documentKey] ?? emptyDocument}
        earlier={document.reusable ? earlier.get(document.name) : undefined}
        problem={problems[place] ?? ''}
        onChange={put}
        onWay={(now) => onWay(documentKey, now)}
      />
    </View>
  )
}
