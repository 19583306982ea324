import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { confirm, say, wordsOf } from '../../../platform/say'
import { HandOverSheet } from '../handover/sheet'
import type { QueueRow } from '../shapes'
import { refusalWords } from '../wording'
import { queueWording as words } from './wording'

const seen = ({ applicationId, version }: QueueRow) => ({ applicationId, version })

/** What can be done with several cases at once: all of them, or none. */
export function Bulk({ rows, onDone }: { rows: readonly QueueRow[]; onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  const [handing, setHanding] = useState(false)
  const others = rows.filter((row) => row.status !== 'submitted').length

  const accept = async () => {
    if (others > 0) return say(words.notAcceptable(others))
    if (!(await confirm(words.acceptSure(rows.length), words.accept))) return
    setBusy(true)
    try {
      const answer = await client.application.accept({ cases: rows.map(seen) })
      say(answer.ok ? words.accepted(answer.value.rows.length) : refusalWords(answer.refusal))
      if (answer.ok || answer.refusal.reason === 'changed') onDone()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <View className="queue__bulk">
      <View className="t-note grow">{words.selected(rows.length)}</View>
      <Button size="small" loading={busy} disabled={rows.length === 0} onTap={accept}>
        {words.acceptAll(rows.length)}
      </Button>
      <Button look="secondary" size="small" disabled={rows.length === 0} onTap={() => setHanding(true)}>
        {words.handOver}
      </Button>
      <HandOverSheet open={handing} cases={rows.map(seen)} onClose={() => setHanding(false)} onDone={onDone} />
    </View>
  )
}
