import { View } from '@tarojs/components'
import { useState } from 'react'
import type { revealTasks } from '../../../types/hub/shapes'
import { Button } from '../../components/button'
import { Choice } from '../../components/choice'
import { client } from '../../platform/client'
import { makePhoneCall } from '../../platform/help-phone'
import { say, wordsOf } from '../../platform/say'
import { revealWording as words } from './reveal-wording'

type Task = (typeof revealTasks)[number]
const tasks = (['visit', 'contact', 'enrol', 'correct'] as const satisfies readonly Task[]).map((value) => ({
  value,
  words: words.tasks[value],
}))

interface RevealProps {
  householdId: number
  /** What it is for, where that is known; absent: it is asked. */
  task?: Task
}

/** Door and number of a household, for a task; that it is written down is said before. */
export function Reveal({ householdId, task: given }: RevealProps) {
  const [task, setTask] = useState<Task | undefined>(given)
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState<{ door: string; phone: string | null }>()
  const reveal = async () => {
    if (!task) return say(words.chooseTask)
    setBusy(true)
    try {
      const answer = await client.hub.revealHousehold({ householdId, task })
      if (answer.ok) setShown(answer.value)
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  if (shown)
    return (
      <View className="quiet between">
        <View className="grow">
          <View className="t-strong">{shown.door}</View>
          <View className="t-note">{shown.phone ?? words.noPhone}</View>
        </View>
        {shown.phone && (
          <Button look="secondary" size="small" icon="phone" onTap={() => makePhoneCall(shown.phone as string)}>
            {words.dial}
          </Button>
        )}
      </View>
    )
  return (
    <View className="stack">
      {!given && <Choice label={words.what} options={tasks} value={task} onChange={setTask} />}
      <View className="t-note">{given ? words.noteFor(words.tasks[given]) : words.note}</View>
      <Button look="secondary" icon="lock" loading={busy} disabled={!task} onTap={reveal}>
        {words.show}
      </Button>
    </View>
  )
}
