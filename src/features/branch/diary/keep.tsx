import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import type { Promised } from '../shapes'
import { useStep } from '../use-step'
import { PromiseCard } from './promise-card'
import { promiseWording as words } from './wording'

/** One promise, to be said done; who lives there reads how. */
export function Keep({ row, onKept }: { row: Promised; onKept: () => unknown }) {
  const [outcome, setOutcome] = useState('')
  const { busy, step } = useStep(onKept)
  const { promiseId, visitId, mayKeep } = row
  return (
    <View className="stack">
      <PromiseCard row={row} />
      {mayKeep && (
        <>
          <Field
            label={words.outcome}
            type="textarea"
            most={200}
            hint={words.outcomeHint}
            value={outcome}
            onChange={setOutcome}
          />
          <Button
            block
            loading={busy}
            onTap={() => void step(() => client.hub.keepPromise({ promiseId, outcome: outcome.trim() }), words.kept)}
          >
            {words.keep}
          </Button>
        </>
      )}
      <Button look="secondary" block onTap={() => go('branchVisit', { visitId })}>
        {words.visit}
      </Button>
    </View>
  )
}
