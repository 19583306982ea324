import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { replaceWith } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { OpeningFormView } from '../../employer/opening-form'
import { EmployerOverview } from '../../employer/overview'
import { SignedIn, Waiting } from '../../gate'
import { workWording as words } from '../../wording'

/** My enterprises and openings; with an opening's number, the form that changes it. */
export default function EmployerPage() {
  const { params } = useRouter()
  const organiser = useMe()?.grants.some(({ role }) => role === 'organiser')
  const openingId = params.openingId ? Number(params.openingId) : undefined
  return (
    <SignedIn title={words.employer} page="workEmployer" {...(openingId ? { params: { openingId } } : {})}>
      {organiser ? (
        <Employer openingId={openingId} />
      ) : (
        <Shell title={words.employer}>
          <Empty words={words.notEmployer} />
        </Shell>
      )}
    </SignedIn>
  )
}

function Employer({ openingId }: { openingId: number | undefined }) {
  const [adding, setAdding] = useState(false)
  const { asked, again } = useAsk(async () => {
    const [enterprises, opening] = await Promise.all([
      client.volunteer.myEnterprises({}),
      openingId === undefined ? undefined : client.volunteer.opening({ openingId }),
    ])
    if (!enterprises.ok) return enterprises
    return {
      ok: true as const,
      value: { enterprises: enterprises.value.rows, opening: opening?.ok ? opening.value : undefined },
    }
  }, `work/employer/${openingId}`)
  if (asked.state !== 'ready') return <Waiting title={words.employer} asked={asked} again={again} />
  const { enterprises, opening } = asked.value
  if (opening || adding)
    return (
      <OpeningFormView
        {...(opening ? { opening } : {})}
        enterprises={enterprises}
        onSaved={(saved) => replaceWith('workOpening', { openingId: saved })}
      />
    )
  return <EmployerOverview enterprises={enterprises} again={again} onAdd={() => setAdding(true)} />
}
