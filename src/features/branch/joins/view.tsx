import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { useAsk } from '../../../platform/use-ask'
import type { JoinRow } from '../shapes'
import { useStep } from '../use-step'
import { wording } from '../wording'
import { joinsWording as words } from './wording'

const shortest = 2

interface JoinViewProps {
  row: JoinRow
  onDone: () => unknown
}

/** Somebody who says where he lives: the door is shown when it is asked for, then he is let in or told why not. */
export function JoinView({ row, onDone }: JoinViewProps) {
  const [looked, setLooked] = useState(false)
  return (
    <View className="stack">
      <Heading level={2} className="t-title">
        {row.nickname}
      </Heading>
      <View className="t-note">{words.asked(row.areaName, row.askedAt, new Date())}</View>
      {looked ? (
        <Decide joinRequestId={row.joinRequestId} onDone={onDone} />
      ) : (
        <Card>
          <View className="stack">
            <View className="t-note">{words.lookNote}</View>
            <Button icon="lock" onTap={() => setLooked(true)}>
              {words.look}
            </Button>
          </View>
        </Card>
      )}
    </View>
  )
}

function Decide({ joinRequestId, onDone }: { joinRequestId: number; onDone: () => unknown }) {
  const { asked, again } = useAsk(() => client.hub.joinRequest({ joinRequestId }), `join/${joinRequestId}`)
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, step } = useStep(onDone)
  if (asked.state === 'loading') return <Skeleton rows={2} />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  const { nickname, areaName, door, householdId } = asked.value
  const decline = () => {
    setTried(true)
    if (reason.trim().length < shortest) return
    void step(() => client.hub.decideJoin({ joinRequestId, approve: false, reason: reason.trim() }), words.declined)
  }
  return (
    <Card>
      <View className="stack">
        <View className="t-note">{words.says(nickname)}</View>
        <View className="t-head">{`${areaName} ${door}`}</View>
        {householdId === null ? (
          <Light kind="soon" words={words.unregistered} />
        ) : (
          <Light kind="go" words={words.registered} />
        )}
        {declining ? (
          <>
            <Field
              label={words.reason}
              type="textarea"
              required
              most={100}
              placeholder={words.reasonHint}
              value={reason}
              problem={tried && reason.trim().length < shortest ? words.reason : ''}
              onChange={setReason}
            />
            <View className="branch-acts">
              <Button loading={busy} onTap={decline}>
                {words.send}
              </Button>
              <Button look="quiet" onTap={() => setDeclining(false)}>
                {words.back}
              </Button>
            </View>
          </>
        ) : (
          <View className="branch-acts">
            {householdId === null ? (
              <Button onTap={() => go('branchRegister')}>{words.register}</Button>
            ) : (
              <Button
                loading={busy}
                onTap={() =>
                  step(() => client.hub.decideJoin({ joinRequestId, approve: true, householdId }), words.approved)
                }
              >
                {words.approve}
              </Button>
            )}
            <Button look="secondary" onTap={() => setDeclining(true)}>
              {words.decline}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}
