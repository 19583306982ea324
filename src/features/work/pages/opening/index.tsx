import { useRouter } from '@tarojs/taro'
import { client } from '../../../../platform/client'
import { useAsk } from '../../../../platform/use-ask'
import { SignedIn, Waiting } from '../../gate'
import { OpeningView } from '../../opening/opening-view'
import { workWording as words } from '../../wording'

/** One opening. */
export default function OpeningPage() {
  const openingId = Number(useRouter().params.openingId)
  return (
    <SignedIn title={words.opening} page="workOpening" params={{ openingId }}>
      <Opening openingId={openingId} />
    </SignedIn>
  )
}

function Opening({ openingId }: { openingId: number }) {
  const { asked, again } = useAsk(() => client.volunteer.opening({ openingId }), `work/opening/${openingId}`)
  if (asked.state !== 'ready') return <Waiting title={words.opening} asked={asked} again={again} />
  return <OpeningView o={asked.value} again={again} />
}
