import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Light } from '../../../components/light'
import { Tag } from '../../../components/tag'
import { openFile } from '../documents/open-file'
import { formWording } from '../form/wording'
import type { ApplicationDetail, ApplicationDocument } from '../shapes'
import { caseWording as words } from './wording'

/** What was said and handed in: the answers, each document with its verdict, and how the result comes. */
export function HandedIn({ application: a }: { application: ApplicationDetail }) {
  const typed = Object.entries(a.form.properties).flatMap(([key, field]) => {
    const value = a.values[key]
    return value === undefined ? [] : [{ key, title: field.title, value: sayValue(value) }]
  })
  const delivery =
    a.delivery === 'post' && a.postTo
      ? words.delivery.post(a.postTo)
      : a.delivery && a.delivery !== 'post'
        ? words.delivery[a.delivery]
        : ''
  const said = delivery ? [...typed, { key: 'delivery', title: words.delivery.title, value: delivery }] : typed
  return (
    <Section title={words.details}>
      {a.answersInWords.length > 0 && (
        <View className="wrap case__answers">
          {a.answersInWords.map((said) => (
            <Tag key={said}>{said}</Tag>
          ))}
        </View>
      )}
      <View className="stack">
        {a.documents.length > 0 && (
          <Card flush>
            {a.documents.map((doc) => (
              <DocumentLine key={doc.key} document={doc} />
            ))}
          </Card>
        )}
        {said.length > 0 && (
          <Card>
            <View className="stack">
              {said.map(({ key, title, value }) => (
                <View key={key}>
                  <View className="t-note">{title}</View>
                  <View>{value}</View>
                </View>
              ))}
            </View>
          </Card>
        )}
      </View>
    </Section>
  )
}

function DocumentLine({ document }: { document: ApplicationDocument }) {
  const { files, verdict, name } = document
  const [first] = files
  const open = first ? () => void openFile(files) : undefined
  return (
    <Row
      title={name}
      note={stateOf(document)}
      tail={
        <View className="line">
          {verdict && (
            <Light
              kind={verdict === 'ok' ? 'go' : 'soon'}
              words={verdict === 'ok' ? words.documents.ok : words.documents.notOk}
            />
          )}
          {first && <Icon name="next" size={20} />}
        </View>
      }
      onTap={open}
    />
  )
}

function stateOf({ form, files, later }: ApplicationDocument): string {
  if (form === 'lookup') return words.documents.lookup
  if (files.length > 0) return words.documents.files(files.length)
  if (later) return words.documents.later
  return form === 'electronic' ? words.documents.missing : words.documents.atVisit
}

const sayValue = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? formWording.yes : formWording.no) : String(value)
