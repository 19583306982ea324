import { useState } from 'react'
import type { declineReasons, TaskDetail } from '../../../../types/volunteer'
import { client } from '../../../platform/client'
import { sendOrKeep } from '../../../platform/outbox'
import { whereIAm } from '../../../platform/position'
import { replaceWith } from '../../../platform/routes'
import { confirm, say, wordsOf } from '../../../platform/say'
import { type TaskRefusal, taskRefusal, taskWording as words } from './wording'

type Step = 'setOut' | 'checkIn' | 'checkOut'

/** Going, being there, being done. Without a network a step waits in the outbox and is sent once. */
export function useTask(task: TaskDetail, again: () => Promise<void>) {
  const [busy, setBusy] = useState('')
  const { assignmentId } = task
  const guarded = async (name: string, work: () => Promise<void>) => {
    if (busy) return
    setBusy(name)
    try {
      await work()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy('')
    }
  }

  const step = async (name: Step, more: object = {}): Promise<void> => {
    const answer = await sendOrKeep(`volunteer.${name}`, words.outbox, { assignmentId, ...more })
    if (!answer) return say(words.kept)
    if (!answer.ok) {
      const refusal = answer.refusal as TaskRefusal
      // Positions are wrong between houses: whoever stands at the door knows better.
      if (refusal.reason === 'tooFar' && (await confirm(words.farAsk, words.farYes, words.farNo))) return step(name)
      if (refusal.reason !== 'tooFar') say(taskRefusal(refusal))
      return again()
    }
    say(words.steps[name])
    await again()
  }

  return {
    busy,
    setOut: () => guarded('setOut', () => step('setOut')),
    checkIn: () => guarded('checkIn', async () => step('checkIn', await whereIAm())),
    checkOut: () => guarded('checkOut', () => step('checkOut')),
    giveBack: (reason: (typeof declineReasons)[number] | undefined) =>
      guarded('giveBack', async () => {
        const answer = await client.volunteer.giveBack({ assignmentId, ...(reason ? { reason } : {}) })
        if (!answer.ok) {
          say(taskRefusal(answer.refusal))
          return again()
        }
        say(words.givenBack)
        replaceWith('helpTasks')
      }),
    block: () =>
      guarded('block', async () => {
        if (!(await confirm(words.blockAsk, words.blockYes))) return
        await client.volunteer.blockFromTask({ assignmentId })
        say(words.blocked)
        await again()
      }),
  }
}
