import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TeamAction } from '../../../../types/volunteer/team'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useList } from '../../../platform/use-list'
import { useStep } from '../../../platform/use-step'
import { wording } from '../wording'
import { type TeamRefusal, teamRefusal, teamWording as words } from './wording'

interface MembersProps {
  teamId: number
  may: readonly TeamAction[]
  again: () => Promise<void>
}

interface Person {
  personId: number
  name: string
  status: 'asked' | 'member'
}

/** Who is in a team and who wants to be, for whoever leads it. */
export function Members({ teamId, may, again }: MembersProps) {
  const list = useList((cursor) => client.volunteer.teamMembers({ teamId, cursor }), `members/${teamId}`)
  const changed = async () => {
    await list.again()
    await again()
  }
  const { busy, run } = useStep<TeamRefusal>(teamRefusal, changed)
  const [refused, setRefused] = useState<Person>()
  const [reason, setReason] = useState('')
  const decide = (personId: number, accept: boolean, why = '') =>
    run(
      `${personId}/${accept}`,
      () => client.volunteer.decideMember({ teamId, personId, accept, ...(why ? { reason: why } : {}) }),
      words.decided,
    )
  const handOver = async ({ personId, name }: Person) => {
    if (!(await confirm(words.handOverAsk(name), words.handOverYes))) return
    void run(`${personId}/lead`, () => client.volunteer.handOverTeam({ teamId, leaderId: personId }), words.handedOver)
  }
  const refuse = async () => {
    if (refused && (await decide(refused.personId, false, reason.trim()))) {
      setRefused(undefined)
      setReason('')
    }
  }
  return (
    <Section title={words.who}>
      {list.state === 'loading' && <Skeleton rows={2} />}
      {list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.rows.length > 0 && (
        <Card>
          <View className="stack">
            {list.rows.map((one) => (
              <View key={one.personId} className="between team__member">
                <View className="grow">
                  <View className="t-strong">{one.name}</View>
                  {one.homeAreaName && <View className="t-note">{one.homeAreaName}</View>}
                </View>
                {may.includes('decideMember') && one.status === 'asked' && (
                  <Button
                    look="secondary"
                    size="small"
                    loading={busy === `${one.personId}/true`}
                    onTap={() => void decide(one.personId, true)}
                  >
                    {words.accept}
                  </Button>
                )}
                {may.includes('decideMember') && (
                  <Button look="quiet" size="small" onTap={() => setRefused(one)}>
                    {one.status === 'asked' ? words.refuse : words.remove}
                  </Button>
                )}
                {may.includes('handOver') && one.status === 'member' && (
                  <Button look="quiet" size="small" onTap={() => void handOver(one)}>
                    {words.handOver}
                  </Button>
                )}
              </View>
            ))}
          </View>
        </Card>
      )}
      <Sheet
        open={refused !== undefined}
        title={refused ? (refused.status === 'asked' ? words.refuseTitle : words.removeTitle)(refused.name) : ''}
        onClose={() => setRefused(undefined)}
      >
        <View className="stack">
          <Field label={words.reason} hint={words.reasonHint} most={100} value={reason} onChange={setReason} />
          <Button block loading={busy !== ''} onTap={() => void refuse()}>
            {words.send}
          </Button>
        </View>
      </Sheet>
    </Section>
  )
}
