import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MediationDetail } from '../../../types/volunteer'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { client } from '../../platform/client'
import type { useStep } from './use-step'
import { mediationWording as words } from './wording'

/** For the side that asked: a place to talk and the code that it hands over itself. */
export function InviteCard({ d, step }: { d: MediationDetail; step: ReturnType<typeof useStep> }) {
  const [place, setPlace] = useState(d.place ?? '')
  const invite = () =>
    void step.run('invite', () => client.volunteer.openMediation({ helpRequestId: d.helpRequestId, place }))
  return (
    <Card>
      <View className="stack">
        {d.declined && <View>{words.declined}</View>}
        {d.invitation && (
          <>
            <View className="t-note">{words.code}</View>
            <View className="t-display">{d.invitation.code.replace(/(.{4})(?=.)/g, '$1-')}</View>
            <View className="t-note">{words.codeUntil(d.invitation.expiresAt)}</View>
            <Button block openType="share">
              {words.share}
            </Button>
          </>
        )}
        <Field
          label={words.place}
          required
          most={60}
          placeholder={words.placeExample}
          hint={words.placeHint}
          value={place}
          onChange={setPlace}
        />
        <Button
          look={d.invitation ? 'quiet' : 'primary'}
          block
          loading={step.busy === 'invite'}
          disabled={place.trim().length < 2}
          onTap={invite}
        >
          {d.invitation ? words.inviteAgain : words.invite}
        </Button>
        {d.invitation && <View className="t-note">{words.invitesLeft(d.invitationsLeft)}</View>}
      </View>
    </Card>
  )
}
