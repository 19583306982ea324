import { useRouter } from '@tarojs/taro'
import { PartyFrame } from '../../frame'
import { LedgerView } from '../../points/ledger'
import { pointsWording as words } from '../../points/wording'

/** My points; or, for the secretary, those of one member. */
export default function PointsPage() {
  const { params } = useRouter()
  const personId = params.personId === undefined ? undefined : Number(params.personId)
  const name = params.name === undefined ? '' : decodeURIComponent(params.name)
  return personId === undefined ? (
    <PartyFrame title={words.title} at="points">
      <LedgerView personId={undefined} />
    </PartyFrame>
  ) : (
    <PartyFrame title={words.of(name)} under="members">
      <LedgerView personId={personId} />
    </PartyFrame>
  )
}
