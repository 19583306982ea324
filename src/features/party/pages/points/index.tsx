import { useRouter } from '@tarojs/taro'
import { PartyFrame } from '../../frame'
import { useMember } from '../../life/use-member'
import { LedgerView } from '../../points/ledger'
import { pointsWording as words } from '../../points/wording'

/** My points; or, for the secretary, those of one member. */
export default function PointsPage() {
  const { params } = useRouter()
  const personId = params.personId === undefined ? undefined : Number(params.personId)
  const { asked } = useMember(personId)
  const name = asked.state === 'ready' ? asked.value.member?.name : undefined
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
