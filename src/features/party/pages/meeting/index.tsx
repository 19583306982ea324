import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Light } from '../../../../components/light'
import { TimeSpan } from '../../../../components/time-span'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Answered, PartyFrame } from '../../frame'
import { Answers } from '../../life/answers'
import { openMinutes } from '../../life/open-minutes'
import { attendedLights, meetingLight, saidLights, lifeWording as words } from '../../life/wording'
import type { Meeting } from '../../shapes'
import { meetingNames } from '../../wording'
import { WordsSheet } from '../../words-sheet'

/** One meeting of my branch: when and where, whether I come, who was there and what was said. */
export default function MeetingPage() {
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
      {(meeting) => (
        <View className="party__columns">
          <View className="stack">
            <Head meeting={meeting} />
            {meeting.allowedActions.includes('answer') && (
              <Card>
                <Answers meeting={meeting} onDone={() => void again()} />
              </Card>
            )}
            <Minutes meeting={meeting} />
            <Acts meeting={meeting} onDone={() => void again()} />
          </View>
          <People meeting={meeting} />
        </View>
      )}
    </Answered>
  )
}

function Head({ meeting }: { meeting: Meeting }) {
  const { kind, title, startsAt, endsAt, place, remoteWay, agenda, mayRemote, cancelReason } = meeting
  return (
    <>
      <View>
        <View className="t-note">{meetingNames[kind]}</View>
        <Heading level={2} className="t-title">
          {title}
        </Heading>
        <Light {...meetingLight(meeting, new Date())} pill />
        {cancelReason && <View className="t-note">{words.because(cancelReason)}</View>}
      </View>
      <Card flush>
        <Row icon="clock" title={<TimeSpan from={startsAt} until={endsAt} />} />
        <Row icon="pin" title={place} />
        {mayRemote && <Row icon="mobile" title={remoteWay} note={words.remote} />}
      </Card>
      {agenda !== '' && (
        <Section title={words.agenda}>
          <Card>
            <View className="t-prewrap">{agenda}</View>
          </Card>
        </Section>
      )}
    </>
  )
}

function Minutes({ meeting: { summary, files } }: { meeting: Meeting }) {
  if (!summary) return null
  return (
    <Section title={words.summary}>
      <Card>
        <View className="t-prewrap">{summary}</View>
      </Card>
      {files.length > 0 && (
        <Card flush>
          {files.map((file) => (
            <Row
              key={file.fileId}
              icon="file"
              title={file.name}
              label={words.file(file.name)}
              onTap={() => void openMinutes(file)}
            />
          ))}
        </Card>
      )}
    </Section>
  )
}

function People({ meeting: { people } }: { meeting: Meeting }) {
  return (
    <Section title={words.people(people.length)}>
      <Card flush>
        {people.map(({ personId, name, said, attended, reason }) => {
          const light = attended ? attendedLights[attended] : said ? saidLights[said] : undefined
          return (
            <Row
              key={personId}
              title={name}
              {...(reason === '' ? {} : { note: words.because(reason) })}
              tail={light ? <Light {...light} /> : undefined}
            />
          )
        })}
      </Card>
    </Section>
  )
}

function Acts({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const [cancelling, setCancelling] = useState(false)
  const { meetingId, allowedActions, status } = meeting
  const may = (action: Meeting['allowedActions'][number]) => allowedActions.includes(action)
  if (!may('record') && !may('change') && !may('cancel')) return null
  return (
    <>
      <View className="party__acts">
        {may('cancel') && (
          <Button look="quiet" onTap={() => setCancelling(true)}>
            {words.cancel}
          </Button>
        )}
        {may('change') && (
          <Button look="secondary" onTap={() => go('partyPlan', { meetingId })}>
            {words.change}
          </Button>
        )}
        {may('record') && (
          <Button look={status === 'held' ? 'secondary' : 'primary'} onTap={() => go('partyRecord', { meetingId })}>
            {status === 'held' ? words.recordAgain : words.record}
          </Button>
        )}
      </View>
      {cancelling && (
        <WordsSheet
          title={words.cancelTitle}
          label={words.cancelLabel}
          placeholder={words.cancelHint}
          submit={words.cancel}
          done={words.cancelled}
          least={2}
          most={200}
          onClose={() => setCancelling(false)}
          work={(reason) => client.hub.cancelMeeting({ meetingId, reason })}
          onDone={onDone}
        />
      )}
    </>
  )
}
