import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { DayTime } from '../../../components/day-time'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { giveFile } from '../../../platform/files'
import { say, wordsOf } from '../../../platform/say'
import { hoursRefusal, hoursWording as words } from './wording'

/** From which day until which: then the paper is issued and opened. */
export function StatementSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const today = dayKey(new Date())
  const [fromOn, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [untilOn, setUntil] = useState(today)
  const [busy, setBusy] = useState(false)
  const issue = async () => {
    setBusy(true)
    try {
      const issued = await client.volunteer.issueStatement({ fromOn, untilOn })
      if (!issued.ok) return say(hoursRefusal(issued.refusal))
      const { statementId, checkCode } = issued.value
      const file = await client.volunteer.statement({ statementId })
      if (file.ok) await giveFile(file.value)
      say(words.statementDone(checkCode))
      onClose()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open={open} title={words.statementTitle} onClose={onClose}>
      <View className="stack">
        <DayTime label={words.statementFrom} kind="date" value={fromOn} placeholder={words.pick} onChange={setFrom} />
        <DayTime
          label={words.statementUntil}
          kind="date"
          value={untilOn}
          placeholder={words.pick}
          onChange={setUntil}
        />
        <Button block loading={busy} disabled={busy} onTap={() => void issue()}>
          {words.statementYes}
        </Button>
      </View>
    </Sheet>
  )
}
