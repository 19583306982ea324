import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContactDetail } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { makePhoneCall } from '../../../platform/help-phone'
import { say, wordsOf } from '../../../platform/say'
import { stepRefusal, threadWording as words } from './wording'

interface NumbersProps {
  contact: ContactDetail
  busy: boolean
  onShare: (share: boolean) => void
}

/** Both sides may agree that they see each other's number, for this contact, and take it back. */
export function Numbers({ contact, busy, onShare }: NumbersProps) {
  const { contactId, numbers } = contact
  const both = numbers.iShare && numbers.otherShares
  const [phone, setPhone] = useState('')
  const look = async () => {
    try {
      const answer = await client.hub.contactNumber({ contactId })
      if (answer.ok) setPhone(answer.value.phone)
      else say(stepRefusal(answer.refusal))
    } catch (error) {
      say(wordsOf(error))
    }
  }
  const state = both
    ? words.shareBoth
    : numbers.iShare
      ? words.shareWaits
      : numbers.otherShares
        ? words.shareAsked
        : words.shareNote
  return (
    <View className="stack">
      <Switch label={words.share} hint={state} on={numbers.iShare} onChange={(on) => !busy && onShare(on)} />
      {both &&
        (phone ? (
          <View className="between">
            <View className="t-strong">{words.numberIs(phone)}</View>
            <Button look="secondary" size="small" icon="phone" onTap={() => makePhoneCall(phone)}>
              {words.dial}
            </Button>
          </View>
        ) : (
          <Button look="secondary" block icon="phone" onTap={() => void look()}>
            {words.number}
          </Button>
        ))}
    </View>
  )
}
