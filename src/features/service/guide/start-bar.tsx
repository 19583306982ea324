import { useState } from 'react'
import type { GuidanceAnswers } from '../../../../types/catalogue'
import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { go, pathOf } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useSignedIn } from '../../../platform/session'
import { keepForm, keptForm, rememberDraft } from '../apply/kept-form'
import { saveRefusal } from '../apply/wording'
import type { ItemDetail } from '../shapes'
import { guideWording as words } from './wording'

interface StartBarProps {
  item: ItemDetail
  answers: GuidanceAnswers
  /** Something is filled in on this phone already. */
  kept: boolean
}

/** Begin oneself, or name somebody who does it: then the draft must lie in the cloud, where that person finds it. */
export function StartBar({ item, answers, kept }: StartBarProps) {
  const signedIn = useSignedIn()
  const [opening, setOpening] = useState(false)
  const { code } = item
  const start = () => {
    const before = keptForm(code)
    // The answers given now are the ones that count.
    if (before && before.sentAs === undefined) keepForm(code, { ...before, answers, savedAt: Date.now() })
    if (signedIn) go('apply', { code })
    else go('signIn', { next: pathOf('apply', { code }) })
  }
  const helpMe = async () => {
    if (!signedIn) {
      say(words.helpAsk)
      return go('signIn', { next: pathOf('serviceItem', { code }) })
    }
    const known = keptForm(code)?.applicationId
    if (known !== undefined) return go('helper', { applicationId: known })
    setOpening(true)
    try {
      const answer = await client.application.saveDraft({ itemCode: code, itemVersion: item.version, answers })
      if (!answer.ok) return say(saveRefusal(answer.refusal))
      rememberDraft(code, answer.value, answers)
      go('helper', { applicationId: answer.value.applicationId })
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setOpening(false)
    }
  }
  return (
    <>
      <Button look="secondary" loading={opening} onTap={helpMe}>
        {words.helpMe}
      </Button>
      <Button block onTap={start}>
        {kept ? words.goOn : words.start}
      </Button>
    </>
  )
}
