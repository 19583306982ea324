import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Dated } from '../../../../components/dated'
import { Heading } from '../../../../components/heading'
import { Light } from '../../../../components/light'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { addDays, dayKey } from '../../../../platform/dates'
import { go } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { Answered, PartyFrame } from '../../frame'
import { MeetingLine } from '../../life/meeting-line'
import { owedLight, owedNote, postNames, lifeWording as words } from '../../life/wording'
import { MyPosts } from '../../posts/my-posts'
import type { MyBranch } from '../../shapes'
import { meetingNames, partyWording } from '../../wording'

/** The life of my branch: what is owed, what comes, what was. */
export default function LifePage() {
  return (
    <PartyFrame title={words.title} at="life">
      <Life />
      <MyPosts />
    </PartyFrame>
  )
}

function Life() {
  const { asked, again } = useAsk(() => client.hub.myBranch({}), 'party/branch')
  return (
    <Answered asked={asked} again={again}>
      {({ branch }) => (branch ? <Branch branch={branch} /> : <Empty words={partyWording.noBranch} />)}
    </Answered>
  )
}

function Branch({ branch }: { branch: MyBranch }) {
  const officer = branch.post !== 'member'
  const secretary = branch.post !== 'secretary' && branch.secretaryName ? words.secretary(branch.secretaryName) : ''
  return (
    <>
      <View>
        <Heading level={2} className="t-title">
          {words.lead(branch.name)}
        </Heading>
        <View className="t-note">
          <Dated
            words={[branch.areaName, postNames[branch.post], branch.floating && words.floating, secretary]
              .filter(Boolean)
              .join(' · ')}
          />
        </View>
        <View className="t-note">{words.visibleTo}</View>
      </View>
      <View className={officer ? 'party__columns' : ''}>
        <Calendar officer={officer} />
        {officer && <Owed />}
      </View>
    </>
  )
}

function Calendar({ officer }: { officer: boolean }) {
  const today = dayKey(new Date())
  const span = { fromOn: addDays(today, -200), untilOn: addDays(today, 200) }
  const { asked, again } = useAsk(() => client.hub.branchMeetings(span), 'party/meetings')
  const now = new Date()
  return (
    <View className="stack">
      <Answered asked={asked} again={again}>
        {({ rows }) => {
          const coming = rows.filter(({ endsAt, status }) => endsAt > now && status === 'planned')
          const past = rows.filter((row) => !coming.includes(row)).reverse()
          return (
            <>
              <Section title={words.coming}>
                {coming.length === 0 ? (
                  <Card>
                    <View className="t-note">{words.none}</View>
                  </Card>
                ) : (
                  <Card flush>
                    {coming.map((meeting) => (
                      <MeetingLine key={meeting.meetingId} meeting={meeting} now={now} />
                    ))}
                  </Card>
                )}
              </Section>
              {officer && (
                <Button block icon="calendar-add" onTap={() => go('partyPlan')}>
                  {words.plan}
                </Button>
              )}
              {past.length > 0 && (
                <Section title={words.past}>
                  <Card flush>
                    {past.map((meeting) => (
                      <MeetingLine key={meeting.meetingId} meeting={meeting} now={now} />
                    ))}
                  </Card>
                </Section>
              )}
            </>
          )
        }}
      </Answered>
    </View>
  )
}

function Owed() {
  const { asked, again } = useAsk(() => client.hub.overdueMeetings({}), 'party/owed')
  return (
    <Section title={words.owed}>
      <Answered asked={asked} again={again}>
        {({ rows }) => (
          <Card flush>
            {rows.map((owed) => (
              <Row
                key={owed.kind}
                title={meetingNames[owed.kind]}
                note={
                  <>
                    <View>
                      <Dated words={owedNote(owed)} />
                    </View>
                    <Light {...owedLight(owed)} />
                  </>
                }
              />
            ))}
          </Card>
        )}
      </Answered>
    </Section>
  )
}
