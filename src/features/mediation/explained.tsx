import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../components/card'
import { mediationWording as words } from './wording'

/** How it goes, and what an agreement is worth in law. */
export function Explained({ law = false }: { law?: boolean }) {
  return (
    <>
      <Section title={words.how}>
        <Card flush>
          {words.steps.map(([title, note]) => (
            <Row key={title} title={title} note={note} />
          ))}
        </Card>
      </Section>
      {law && (
        <Section title={words.law}>
          <Card>
            <View>{words.lawWords}</View>
            <View className="t-note">{words.lawSource}</View>
          </Card>
        </Section>
      )}
    </>
  )
}
