import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { fullDay } from '../../../platform/dates'
import { useServed } from '../area/use-served'
import { Facts } from '../hubs/facts'
import { Invite } from '../mine/invite'
import { Reveal } from '../reveal'
import type { Household } from '../shapes'
import { useStep } from '../use-step'
import { reasonNames } from '../wording'
import { ChangeHousehold } from './change'
import { EndHousehold } from './end'
import { MoveHousehold } from './move'
import { householdsWording as words } from './wording'

const acts = ['look', 'invite', 'move', 'change', 'end'] as const
type Act = (typeof acts)[number]

interface HouseholdViewProps {
  row: Household
  onMoved: () => unknown
}

/** One household: what is known of it, and one thing to do at a time. */
export function HouseholdView({ row, onMoved }: HouseholdViewProps) {
  const [act, setAct] = useState<Act>('look')
  const changes = useServed(['gridWorker', 'communityAdmin']).some(({ areaCode }) => row.areaCode.startsWith(areaCode))
  const { busy, step } = useStep(onMoved)
  const { facts } = words
  const props = { row, busy, step, onDone: () => setAct('look') }
  return (
    <View className="stack">
      <View className="branch-row__head">
        <Heading level={2} className="t-title">
          {words.about(row)}
        </Heading>
        {row.hubName ? (
          <Light pill kind="go" words={words.linked(row.hubName)} />
        ) : (
          <Light pill kind="late" words={words.orphaned} />
        )}
      </View>
      <Card>
        <Facts
          rows={[
            [facts.area, row.areaName],
            [facts.people, words.memberCount(row.people)],
            [facts.reason, reasonNames[row.reason]],
            [facts.hub, row.hubName ?? words.noHub],
            [facts.since, row.since ? fullDay(row.since) : ''],
            [facts.members, words.memberCount(row.members)],
          ]}
        />
      </Card>
      {changes && (
        <>
          <Choice
            label={words.acts}
            options={acts.map((value) => ({ value, words: words.act[value] }))}
            value={act}
            onChange={setAct}
          />
          <Card>
            {act === 'look' && <Reveal householdId={row.householdId} />}
            {act === 'invite' && <Invite householdId={row.householdId} />}
            {act === 'move' && <MoveHousehold {...props} />}
            {act === 'change' && <ChangeHousehold {...props} />}
            {act === 'end' && <EndHousehold {...props} />}
          </Card>
        </>
      )}
    </View>
  )
}
