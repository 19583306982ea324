import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ComingPerson } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Sheet } from '../../../components/sheet'
import { Switch } from '../../../components/switch'
import { requestWording as words } from './wording'

interface SwapProps {
  open: boolean
  people: readonly ComingPerson[]
  busy: boolean
  onClose: () => void
  onSwap: (assignmentId: number, never: boolean) => void
}

/** Somebody else, please: no reason is asked. */
export function SwapSheet({ open, people, busy, onClose, onSwap }: SwapProps) {
  const [chosen, setChosen] = useState<number>()
  const [never, setNever] = useState(false)
  const one = people.find((person) => person.assignmentId === chosen) ?? people[0]
  return (
    <Sheet open={open} title={words.swap} onClose={onClose}>
      <View className="stack">
        <View>{words.swapNote}</View>
        {people.length > 1 && (
          <Choice
            label={words.swapWho}
            options={people.map((person) => ({ value: person.assignmentId, words: person.name }))}
            value={one?.assignmentId}
            onChange={setChosen}
          />
        )}
        <Switch label={words.never} hint={words.neverHint} on={never} onChange={setNever} />
        <Button block disabled={!one || busy} loading={busy} onTap={() => one && onSwap(one.assignmentId, never)}>
          {words.swapYes}
        </Button>
      </View>
    </Sheet>
  )
}
