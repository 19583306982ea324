import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import type { Volunteer } from '../shapes'
import type { Step } from './step'
import { volunteersWording as words } from './wording'

/** Takes a volunteer in, or says why not. */
export function Decide({ one, busy, step }: { one: Volunteer; busy: boolean; step: Step }) {
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const { personId } = one
  if (!one.allowedActions.includes('decideVolunteer')) return <View className="t-note">{words.onlyAdmin}</View>
  const decide = (approve: boolean) =>
    step(
      () => client.volunteer.decideVolunteer({ personId, approve, ...(approve ? {} : { reason: reason.trim() }) }),
      approve ? words.approved : words.declined,
    )
  return (
    <Card>
      {declining ? (
        <View className="stack">
          <Field
            label={words.declineWhy}
            type="textarea"
            required
            most={100}
            placeholder={words.declineHint}
            hint={words.declineNote}
            value={reason}
            onChange={setReason}
          />
          <View className="line">
            <Button look="quiet" onTap={() => setDeclining(false)}>
              {words.keep}
            </Button>
            <Button loading={busy} disabled={reason.trim() === ''} onTap={() => decide(false)}>
              {words.decline}
            </Button>
          </View>
        </View>
      ) : (
        <View className="stack">
          <View>{words.approveSure(one.name)}</View>
          <View className="line">
            <Button loading={busy} onTap={() => decide(true)}>
              {words.approve}
            </Button>
            <Button look="secondary" onTap={() => setDeclining(true)}>
              {words.decline}
            </Button>
          </View>
        </View>
      )}
    </Card>
  )
}
