import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { useOutbox, useSettled } from '../platform/outbox'
import { say } from '../platform/say'
import { wording } from './wording'

/** What waits for the network, and what became of it. */
export function OutboxNote() {
  const waiting = useOutbox()
  const settled = useSettled()
  useEffect(() => {
    if (!settled) return
    const refused = settled.answer instanceof Error || !settled.answer.ok
    say(refused ? wording.outboxRefused(settled.entry.title) : wording.outboxDone(settled.entry.title))
  }, [settled])
  return waiting.length > 0 ? <View className="t-note">{wording.outbox(waiting.length)}</View> : null
}
