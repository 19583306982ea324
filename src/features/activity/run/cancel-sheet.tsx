import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ActivityDetail } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { editRefusal } from '../publish/wording'
import { runWording as words } from './wording'

interface CancelSheetProps {
  activity: ActivityDetail
  open: boolean
  onClose: () => void
  onCancelled: () => void
}

/** Calling an activity off: why, which ones, and what it means for those who signed up. */
export function CancelSheet({ activity, open, onClose, onCancelled }: CancelSheetProps) {
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState<'one' | 'following'>('one')
  const cancel = async () => {
    try {
      const answer = await client.activity.cancel({ activityId: activity.activityId, scope, reason })
      say(answer.ok ? words.told(answer.value.told) : editRefusal(answer.refusal))
    } catch (error) {
      say(wordsOf(error))
    }
    onClose()
    onCancelled()
  }
  return (
    <Sheet open={open} title={words.cancel} onClose={onClose}>
      <View className="t-note">{words.cancelSure}</View>
      {activity.seriesId !== null && (
        <Choice
          label={words.cancel}
          options={[
            { value: 'one' as const, words: words.cancelScope.one },
            { value: 'following' as const, words: words.cancelScope.following },
          ]}
          value={scope}
          onChange={setScope}
        />
      )}
      <Field label={words.cancelReason} required type="textarea" most={300} value={reason} onChange={setReason} />
      <Button look="secondary" disabled={reason.trim().length < 2} onTap={cancel}>
        {words.cancel}
      </Button>
    </Sheet>
  )
}
