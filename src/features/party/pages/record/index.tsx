import { useRouter } from '@tarojs/taro'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Answered, PartyFrame } from '../../frame'
import { RecordForm } from '../../life/record-form'
import { recordWording as words } from '../../life/wording'
import { partyWording } from '../../wording'

/** Notes who was at a meeting and what was said. */
export default function RecordPage() {
  const signedIn = useSignedIn()
  const meetingId = Number(useRouter().params.meetingId)
  return (
    <PartyFrame title={words.title} under="life">
      {signedIn && <Loaded meetingId={meetingId} />}
    </PartyFrame>
  )
}

function Loaded({ meetingId }: { meetingId: number }) {
  const { asked, again } = useAsk(() => client.hub.branchMeeting({ meetingId }), `party/meeting/${meetingId}`)
  return (
    <Answered asked={asked} again={again}>
      {(meeting) =>
        meeting.allowedActions.includes('record') ? (
          <RecordForm meeting={meeting} />
        ) : (
          <Empty words={partyWording.gone} />
        )
      }
    </Answered>
  )
}
