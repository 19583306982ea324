import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { KeyName } from '../../../components/key-name'
import { Light } from '../../../components/light'
import { client } from '../../../platform/client'
import { useDraft } from '../../../platform/use-draft'
import { useKeys } from '../../../platform/use-keys'
import { hasFiles } from '../case/document-list'
import type { CaseDesk } from '../case/use-case'
import type { Case } from '../shapes'
import { Panel } from './panel'
import { type Act, actWording as words } from './wording'

interface ActProps {
  c: Case
  desk: CaseDesk
}

/** The button that does it, with its key. */
export function Do({
  desk,
  off = false,
  name,
  onDo,
}: {
  desk: CaseDesk
  off?: boolean
  name: string
  onDo: () => void
}) {
  useKeys({ 'Ctrl+Enter': off || desk.busy ? undefined : onDo })
  return (
    <View className="line">
      <Button block loading={desk.busy} disabled={off} onTap={onDo}>
        <Text>{name}</Text>
        <KeyName>Ctrl ↵</KeyName>
      </Button>
    </View>
  )
}

/** 受理, 容缺受理, starting the review, asking the departments, letting the clock run on: acts without anything to write. */
export function Plain({
  act,
  c,
  desk,
}: ActProps & { act: Extract<Act, 'accept' | 'conditionally' | 'start' | 'ask' | 'resume'> }) {
  const wrong = c.documents.filter((d) => desk.verdictOf(d) === 'notOk').length
  const unseen = c.documents.filter((d) => hasFiles(d) && desk.verdictOf(d) === null).length
  const blocked = (act === 'accept' || act === 'conditionally') && wrong > 0
  const app = client.application
  const run = {
    accept: () =>
      desk.step(
        (seen) => app.accept({ cases: [seen] }),
        ({ rows }) => (rows[0] ? words.accepted(rows[0].deadlineAt) : words.names.accept),
      ),
    conditionally: () =>
      desk.step(
        (seen) => app.acceptConditionally(seen),
        ({ deferUntil }) => words.conditional(deferUntil),
      ),
    start: () => desk.step((seen) => app.startReview(seen), words.started),
    ask: () => desk.step((seen) => app.askDepartments(seen), words.asked),
    resume: () =>
      desk.step(
        (seen) => app.resume(seen),
        ({ deadlineAt }) => words.resumed(deadlineAt),
      ),
  }[act]
  return (
    <Panel act={act} footer={<Do desk={desk} off={blocked} name={words.does[act]} onDo={run} />}>
      {(act === 'accept' || act === 'start') && (
        <Light
          kind={unseen > 0 ? 'soon' : 'go'}
          words={unseen > 0 ? words.notLooked(unseen) : words.looked(c.documents.filter(hasFiles).length)}
        />
      )}
      {blocked && <View className="t-late">{words.hasWrong(wrong)}</View>}
    </Panel>
  )
}

/** 送达: at once, by post with a number, or at the window. */
export function Deliver({ c, desk }: ActProps) {
  const [{ tracking }, set, forget] = useDraft(`desk/${c.applicationId}/deliver`, { tracking: '' })
  const posts = c.delivery === 'post' && c.status === 'approved'
  const how = posts ? 'post' : c.status === 'refused' ? 'electronic' : (c.delivery ?? 'electronic')
  const run = async () => {
    const more = posts ? { trackingNumber: tracking.trim() } : {}
    if (await desk.step((seen) => client.application.deliver({ ...seen, ...more }), words.delivered)) forget()
  }
  return (
    <Panel
      act="deliver"
      footer={<Do desk={desk} off={posts && tracking.trim() === ''} name={words.deliver} onDo={run} />}
    >
      <View>{`${words.deliveries[how]}${posts ? (c.postTo ?? '') : ''}`}</View>
      {posts && (
        <Field
          label={words.tracking}
          required
          most={40}
          value={tracking}
          onChange={(text) => set({ tracking: text })}
        />
      )}
    </Panel>
  )
}
