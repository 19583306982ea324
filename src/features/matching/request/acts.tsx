import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { client } from '../../../platform/client'
import type { Request } from '../shapes'
import type { RequestDesk } from './use-request'
import { requestWording as words } from './wording'

const shortest = 2

/** What else may be done with a request: only what the cloud allows. */
export function Acts({ request, desk }: { request: Request; desk: RequestDesk }) {
  const [closing, setClosing] = useState(false)
  const [reason, setReason] = useState('')
  const { helpRequestId } = request.row
  const may = (action: Request['allowedActions'][number]) => request.allowedActions.includes(action)
  if (request.allowedActions.length === 0) return null
  const close = async () => {
    const done = await desk.step(
      () => client.volunteer.closeHelp({ helpRequestId, reason: reason.trim() }),
      words.closed,
    )
    if (done) setClosing(false)
  }
  return (
    <View className="help__foot">
      {may('takeOver') && (
        <Button
          look="secondary"
          loading={desk.busy}
          onTap={() => desk.step(() => client.volunteer.takeOverHelp({ helpRequestId }), words.taken)}
        >
          {words.takeOver}
        </Button>
      )}
      {may('matchAgain') && (
        <Button
          look="secondary"
          loading={desk.busy}
          onTap={() => desk.step(() => client.volunteer.matchAgain({ helpRequestId }), words.matched)}
        >
          {words.matchAgain}
        </Button>
      )}
      {may('close') && (
        <Button look="quiet" onTap={() => setClosing(true)}>
          {words.close}
        </Button>
      )}
      <Sheet open={closing} title={words.closeTitle} onClose={() => setClosing(false)}>
        <Field
          label={words.closeWhy}
          type="textarea"
          required
          most={200}
          placeholder={words.closeHint}
          hint={words.closeNote}
          value={reason}
          onChange={setReason}
        />
        <Button block loading={desk.busy} disabled={reason.trim().length < shortest} onTap={close}>
          {words.close}
        </Button>
      </Sheet>
    </View>
  )
}
