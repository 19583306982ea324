import { View } from '@tarojs/components'
import { useState } from 'react'
import { type MediationDetail, mediationLimits } from '../../../types/volunteer'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Field } from '../../components/field'
import { Light } from '../../components/light'
import { client } from '../../platform/client'
import type { useStep } from './use-step'
import { mediationWording as words } from './wording'

type Step = ReturnType<typeof useStep>

/** What both agreed on, with who has confirmed it; older versions under it. */
export function Record({ d }: { d: MediationDetail }) {
  const [newest, ...older] = d.records
  if (!newest) return null
  return (
    <Section title={words.record}>
      <Card>
        <View className="t-prewrap">{newest.words}</View>
        <View className="t-note">
          {words.version(newest.version)} · {words.written(newest.writtenByName, newest.writtenAt)}
        </View>
        {d.sides.map(({ side, name }) => {
          const yes = newest.confirmations.some((one) => one.side === side)
          return (
            <Light key={side} kind={yes ? 'go' : 'soon'} words={yes ? words.confirmed(name) : words.notYet(name)} />
          )
        })}
        {older.length > 0 && !d.settled && <View className="t-note">{words.newWords}</View>}
      </Card>
    </Section>
  )
}

/** For whoever mediates: the words, version by version. */
export function RecordEditor({ d, step }: { d: MediationDetail; step: Step }) {
  const newest = d.records[0]
  const [typed, setTyped] = useState(newest?.words ?? '')
  const save = () =>
    void step.run(
      'save',
      () =>
        client.volunteer.saveMediationRecord({
          helpRequestId: d.helpRequestId,
          words: typed,
          after: newest?.version ?? 0,
        }),
      words.saved,
    )
  return (
    <Section title={words.writeTitle}>
      <Card>
        <Field
          label={words.record}
          type="textarea"
          required
          most={mediationLimits.recordLength}
          hint={words.writeHint}
          value={typed}
          onChange={setTyped}
        />
        <Button
          look="secondary"
          block
          loading={step.busy === 'save'}
          disabled={typed.trim().length < 10 || typed === newest?.words}
          onTap={save}
        >
          {words.save}
        </Button>
      </Card>
    </Section>
  )
}
