import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Section } from '../../../components/card'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { makePhoneCall } from '../../../platform/help-phone'
import { confirm } from '../../../platform/say'
import { Reveal } from '../reveal'
import type { ActProps } from './act-props'
import { contactWording } from './wording'

const words = contactWording.reach

/** How to reach the resident: by relay when he wished it, by number when both agreed, at the door for a task that is written down. */
export function Reach({ contact, busy, step }: ActProps) {
  const { contactId, allowedActions, numbers, householdId, anonymous } = contact
  const [phone, setPhone] = useState('')
  const may = (action: (typeof allowedActions)[number]) => allowedActions.includes(action)
  if (!may('call') && !may('share') && (householdId === null || !may('say'))) return null
  const call = async () => {
    if (await confirm(words.callSure, words.call))
      await step(() => client.hub.callInContact({ contactId }), words.called)
  }
  const see = async () => {
    const got = await step(() => client.hub.contactNumber({ contactId }), '')
    if (got) setPhone(got.phone)
  }
  return (
    <Section title={words.title}>
      <Card>
        <View className="stack">
          {may('call') && (
            <View className="stack">
              <Button look="secondary" block icon="phone" loading={busy} onTap={call}>
                {words.call}
              </Button>
              <View className="t-note">{words.callNote}</View>
            </View>
          )}
          {may('share') && !anonymous && (
            <Switch
              label={words.share}
              hint={words.shareNote}
              on={numbers.iShare}
              onChange={(share) =>
                void step(() => client.hub.shareNumber({ contactId, share }), share ? words.shared : words.unshared)
              }
            />
          )}
          {numbers.otherShares && <View className="t-strong">{words.theyShare}</View>}
          {numbers.iShare && numbers.otherShares && !phone && (
            <Button look="secondary" icon="phone" onTap={see}>
              {words.see}
            </Button>
          )}
          {phone && (
            <View className="between">
              <View className="t-strong">{words.number(phone)}</View>
              <Button look="secondary" size="small" onTap={() => makePhoneCall(phone)}>
                {words.dial}
              </Button>
            </View>
          )}
          {householdId !== null && may('say') && <Reveal householdId={householdId} task="contact" />}
        </View>
      </Card>
    </Section>
  )
}
