import { useRouter } from '@tarojs/taro'
import { client } from '../../../../platform/client'
import { useAsk } from '../../../../platform/use-ask'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { SignedIn, Waiting } from '../../gate'
import { ProposalView } from '../../proposal/proposal-view'
import { workWording as words } from '../../wording'

const refreshMs = 20_000

/** One proposal, for whoever looks for work, the employer and whoever follows up. */
export default function ProposalPage() {
  const proposalId = Number(useRouter().params.proposalId)
  return (
    <SignedIn title={words.proposal} page="workProposal" params={{ proposalId }}>
      <Proposal proposalId={proposalId} />
    </SignedIn>
  )
}

function Proposal({ proposalId }: { proposalId: number }) {
  const { asked, again } = useAsk(() => client.volunteer.workProposal({ proposalId }), `work/proposal/${proposalId}`)
  useWhileShown(() => void again(), asked.state === 'ready' && asked.value.endedAt === null ? refreshMs : 0)
  if (asked.state !== 'ready') return <Waiting title={words.proposal} asked={asked} again={again} />
  return <ProposalView p={asked.value} again={again} />
}
