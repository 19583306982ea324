import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { hub as contract } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Field } from '../../../components/field'
import { Light } from '../../../components/light'
import { Sheet } from '../../../components/sheet'
import { Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import { useChecked } from '../use-checked'
import { useStep } from '../use-step'
import { wording } from '../wording'
import { hubsWording } from './wording'

const words = hubsWording.close
const schema = v.pick(contract.closeHub.input, ['reason'])

interface CloseSheetProps {
  open: boolean
  hub: { hubId: number; name: string }
  onClose: () => void
  onDone: () => void
}

/** Closing a hub: who would go where is shown before it is done. */
export function CloseSheet({ open, hub, onClose, onDone }: CloseSheetProps) {
  return (
    <Sheet open={open} title={words.title(hub.name)} onClose={onClose}>
      {open && <Closing hubId={hub.hubId} onDone={onDone} />}
    </Sheet>
  )
}

function Closing({ hubId, onDone }: { hubId: number; onDone: () => void }) {
  const { asked, again } = useAsk(() => client.hub.closing({ hubId }), `closing/${hubId}`)
  const [reason, setReason] = useState('')
  const checked = useChecked(schema, { reason })
  const { busy, step } = useStep(again)
  if (asked.state === 'loading') return <Skeleton rows={3} />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  const { to, orphaned, contacts } = asked.value
  const submit = async () => {
    if (!checked.check() || !(await confirm(words.sure, words.submit))) return
    const done = await step(
      () => client.hub.closeHub({ hubId, reason: reason.trim() }),
      (moved) => words.done(moved.moved, moved.orphaned),
    )
    if (done) onDone()
  }
  return (
    <View className="stack">
      <View>{to.length > 0 || orphaned > 0 ? words.lead : words.none}</View>
      {to.length > 0 && (
        <Card flush>
          {to.map((one) => (
            <Row key={one.hubId} icon="home" title={one.name} note={words.move(one)} />
          ))}
        </Card>
      )}
      {orphaned > 0 && <Light kind="late" words={words.orphaned(orphaned)} />}
      {contacts > 0 && <Light kind="soon" words={words.contacts(contacts)} />}
      <Field
        label={words.reason}
        required
        most={100}
        placeholder={words.reasonHint}
        value={reason}
        problem={checked.problemAt('reason')}
        focus={checked.focus === 'reason'}
        onChange={setReason}
        onLeave={() => checked.leave('reason')}
      />
      <Button block loading={busy} onTap={submit}>
        {words.submit}
      </Button>
    </View>
  )
}
