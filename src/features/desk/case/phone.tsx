import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { makePhoneCall } from '../../../platform/help-phone'
import { say, wordsOf } from '../../../platform/say'
import type { Case } from '../shapes'
import { refusalWords } from '../wording'
import { caseWording as words } from './wording'

/** The applicant's number: its ends for whoever may look, all of it for whoever is responsible, who asks for it and is written down. */
export function Phone({ c }: { c: Case }) {
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState<{ of: number; phone: string }>()
  const full = shown?.of === c.applicationId ? shown.phone : undefined
  const reveal = async () => {
    setBusy(true)
    try {
      const answer = await client.application.revealPhone({ applicationId: c.applicationId })
      if (!answer.ok) say(refusalWords(answer.refusal))
      else if (answer.value.phone) setShown({ of: c.applicationId, phone: answer.value.phone })
      else say(words.noPhone)
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  if (!c.maskedPhone) return null
  return (
    <View className="line case-head__phone">
      <View className="t-note">{words.phoneOf(full ?? c.maskedPhone)}</View>
      {full ? (
        <Button look="secondary" size="small" icon="phone" onTap={() => makePhoneCall(full)}>
          {words.phone}
        </Button>
      ) : (
        c.allowedActions.includes('revealPhone') && (
          <>
            <Button look="quiet" size="small" icon="lock" loading={busy} onTap={reveal}>
              {words.showPhone}
            </Button>
            <View className="t-note">{words.noted}</View>
          </>
        )
      )}
    </View>
  )
}
