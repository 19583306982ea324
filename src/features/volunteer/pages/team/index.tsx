import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '../../../../../types/operation'
import type { volunteer } from '../../../../../types/volunteer'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Light } from '../../../../components/light'
import { Shell } from '../../../../components/shell'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { confirm } from '../../../../platform/say'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useStep } from '../../../../platform/use-step'
import { Gate } from '../../gate'
import { Members } from '../../team/members'
import { type TeamRefusal, teamKindNames, teamRefusal, teamWording as words } from '../../team/wording'
import { useIsVolunteer } from '../../use-volunteer'

type Team = OutputOf<(typeof volunteer)['team']>

/** One team: what it does, who leads it, and the way in and out. */
export default function TeamPage() {
  const { params } = useRouter()
  const teamId = Number(params.teamId)
  const signedIn = useSignedIn()
  const { asked, again } = useAsk(() => client.volunteer.team({ teamId }), `team/${teamId}/${signedIn}`)
  if (asked.state === 'ready') return <TeamView team={asked.value} again={again} />
  return (
    <Gate
      title={words.title}
      asked={asked}
      page="team"
      params={{ teamId }}
      again={again}
      instead="teams"
      insteadWords={words.list}
    />
  )
}

function TeamView({ team, again }: { team: Team; again: () => Promise<void> }) {
  const { teamId, allowedActions: may, myPart } = team
  const isVolunteer = useIsVolunteer()
  const { busy, run } = useStep<TeamRefusal>(teamRefusal, again)
  const join = () => void run('join', () => client.volunteer.joinTeam({ teamId }), words.joined)
  const leave = async () => {
    if (myPart === 'member' && !(await confirm(words.leaveAsk, words.leave))) return
    void run('leave', () => client.volunteer.leaveTeam({ teamId }), words.left)
  }
  const bar = may.includes('join') ? (
    <Button block loading={busy === 'join'} onTap={join}>
      {words.join}
    </Button>
  ) : may.includes('leave') ? (
    <Button look="quiet" block loading={busy === 'leave'} onTap={() => void leave()}>
      {myPart === 'asked' ? words.takeBack : words.leave}
    </Button>
  ) : myPart === 'none' && !isVolunteer ? (
    <Button look="secondary" block onTap={() => go('volunteerProfile')}>
      {words.become}
    </Button>
  ) : undefined
  return (
    <Shell title={words.title} bar={bar}>
      <View className="stack">
        <View>
          {myPart !== 'none' && <Light kind={myPart === 'asked' ? 'soon' : 'go'} words={words.parts[myPart]} pill />}
          <Heading level={2} className="t-title">
            {team.name}
          </Heading>
          <View className="t-note">
            {[team.homeAreaName ? words.homeOf(team.homeAreaName) : teamKindNames[team.kind], team.areaName].join(
              ' · ',
            )}
          </View>
        </View>
        <Card flush>
          <Row icon="person" title={words.leader(team.leaderName)} />
          <Row
            icon="people"
            title={words.members(team.members)}
            {...(team.asking ? { note: words.asking(team.asking) } : {})}
          />
        </Card>
        {team.about && (
          <Card>
            <View className="t-note">{words.about}</View>
            <View className="t-prewrap">{team.about}</View>
          </Card>
        )}
      </View>
      {may.includes('seeMembers') && <Members teamId={teamId} may={may} again={again} />}
    </Shell>
  )
}
