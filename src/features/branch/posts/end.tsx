import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { goBack } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { useStep } from '../use-step'
import { postsWording as words } from './wording'

/** Takes a post from the list, with a reason. */
export function EndPost({ postId }: { postId: number }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { busy, step } = useStep(() => undefined)
  const end = async () => {
    if (reason.trim().length < 2 || !(await confirm(words.endSure, words.end))) return
    if (await step(() => client.hub.endPost({ postId, reason: reason.trim() }), words.ended)) goBack()
  }
  if (!open)
    return (
      <Button look="quiet" block onTap={() => setOpen(true)}>
        {words.end}
      </Button>
    )
  return (
    <View className="stack">
      <Field label={words.endReason} required most={100} value={reason} onChange={setReason} />
      <Button look="secondary" block loading={busy} disabled={reason.trim().length < 2} onTap={end}>
        {words.end}
      </Button>
    </View>
  )
}
