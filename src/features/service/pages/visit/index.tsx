import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Button } from '../../../../components/button'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { makePhoneCall } from '../../../../platform/help-phone'
import { replaceWith } from '../../../../platform/routes'
import { prepareMessages } from '../../../../platform/subscribe'
import { useAsk } from '../../../../platform/use-ask'
import type { ApplicationDetail } from '../../shapes'
import { SlotChoice, type Slots } from '../../visit/slots'
import { Ticket } from '../../visit/ticket'
import { visitWording as words } from '../../visit/wording'
import { wording } from '../../wording'

/** The one visit: a time to choose, or the ticket for it. */
export default function VisitPage() {
  const { params } = useRouter()
  const applicationId = Number(params.applicationId)
  const { asked, again } = useAsk(() => readVisit(applicationId), String(applicationId))
  useEffect(() => {
    void prepareMessages()
  }, [])
  if (asked.state !== 'ready') {
    return (
      <Shell title={words.title}>
        {asked.state === 'loading' ? <Skeleton rows={4} /> : <Failed words={wording.offline} onAgain={again} />}
      </Shell>
    )
  }
  const { application, slots, phone } = asked.value
  const { appointment } = application
  if (appointment?.status === 'booked')
    return <Ticket application={application} appointment={appointment} onChanged={() => void again()} />
  if (slots) return <SlotChoice applicationId={applicationId} slots={slots} onBooked={() => void again()} />
  return (
    <Shell title={words.title}>
      {phone === null ? (
        <Empty words={words.noNeed} step={words.see} onStep={() => replaceWith('application', { applicationId })} />
      ) : (
        <>
          <Empty words={words.none} />
          <Button look="secondary" block icon="phone" onTap={() => makePhoneCall(phone)}>
            {words.call(phone)}
          </Button>
        </>
      )}
    </Shell>
  )
}

interface VisitNow {
  application: ApplicationDetail
  slots: Slots | undefined
  phone: string | null
}

/** The case, and the free times when one may be booked; `phone`: there is no window to book at, only one to call. */
async function readVisit(applicationId: number): Promise<{ ok: true; value: VisitNow } | { ok: false }> {
  const detail = await client.application.detail({ applicationId })
  if (!detail.ok) return detail
  const application = detail.value
  if (!application.allowedActions.includes('book'))
    return { ok: true, value: { application, slots: undefined, phone: null } }
  const slots = await client.application.slots({ applicationId })
  return slots.ok
    ? { ok: true, value: { application, slots: slots.value, phone: null } }
    : { ok: true, value: { application, slots: undefined, phone: slots.refusal.phone } }
}
