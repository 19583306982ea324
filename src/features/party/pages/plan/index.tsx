import { useRouter } from '@tarojs/taro'
import { Empty, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Answered, PartyFrame } from '../../frame'
import { PlanForm } from '../../life/plan-form'
import { planWording as words } from '../../life/wording'
import { partyWording } from '../../wording'

/** Calls a meeting, or changes one that has not begun. */
export default function PlanPage() {
  const signedIn = useSignedIn()
  const { meetingId } = useRouter().params
  return (
    <PartyFrame title={meetingId ? words.changeTitle : words.title} under="life">
      {signedIn && <Loaded meetingId={meetingId === undefined ? undefined : Number(meetingId)} />}
    </PartyFrame>
  )
}

function Loaded({ meetingId }: { meetingId: number | undefined }) {
  const mine = useAsk(() => client.hub.myBranch({}), 'party/branch')
  const before = useAsk(
    async () =>
      meetingId === undefined ? { ok: true as const, value: undefined } : client.hub.branchMeeting({ meetingId }),
    `party/meeting/${meetingId}`,
  )
  return (
    <Answered asked={mine.asked} again={mine.again}>
      {({ branch }) => {
        if (!branch || branch.post === 'member') return <Empty words={partyWording.gone} />
        if (before.asked.state === 'loading') return <Skeleton rows={4} />
        return (
          <Answered asked={before.asked} again={before.again}>
            {(meeting) => <PlanForm branch={branch} meeting={meeting} />}
          </Answered>
        )
      }}
    </Answered>
  )
}
