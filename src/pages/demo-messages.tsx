import { Card, Row, Section } from '../components/card'
import { useDemoMessages } from '../platform/demo-messages'
import { wording } from './wording'

const words = wording.demoMessages

/** The demo in a browser: the messages that a phone would show in WeChat. Nothing anywhere else. */
export function DemoMessages() {
  const messages = useDemoMessages()
  if (messages.length === 0) return null
  return (
    <Section title={words.title}>
      <Card flush>
        {messages.map(({ lines: [head = '', ...rest] }, n) => (
          // Messages have no number; they only ever grow at the front, and hold no state.
          <Row key={`${messages.length - n}`} tile="mail" title={head} note={rest.join(' · ')} />
        ))}
      </Card>
    </Section>
  )
}
