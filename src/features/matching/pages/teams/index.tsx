import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Sheet } from '../../../../components/sheet'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { Frame } from '../../frame'
import { ReasonSheet } from '../../people/reason-sheet'
import type { Team } from '../../shapes'
import { TeamEditor } from '../../teams/editor'
import { HandOver } from '../../teams/hand-over'
import { teamKindNames, teamsWording as words } from '../../teams/wording'
import { wording } from '../../wording'
import '../../people/style.scss'

/** 团队: the teams around, founded, handed on and ended by whoever administers their area. */
export default function MatchingTeamsPage() {
  const served = useMe()?.grants.find(({ role }) => role === 'communityAdmin')?.areaCode
  const list = useList(
    (cursor) => client.volunteer.teams({ ...(served ? { areaCode: served } : {}), cursor }),
    served ?? '',
  )
  const [founding, setFounding] = useState(false)
  const [handing, setHanding] = useState<Team>()
  const [closing, setClosing] = useState<Team>()
  const mine = (team: Team) => served !== undefined && team.areaCode.startsWith(served)
  return (
    <Frame title={words.title} at="teams">
      <View className="staff-narrow staff-narrow--broad stack">
        <Button icon="plus" onTap={() => setFounding(true)}>
          {words.add}
        </Button>
        {list.state === 'loading' && <Skeleton rows={4} />}
        {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((team) => (
              <Row
                key={team.teamId}
                tile="people"
                title={team.name}
                note={[teamKindNames[team.kind], team.areaName, words.led(team.leaderName, team.members)].join(' · ')}
                {...(mine(team)
                  ? {
                      tail: (
                        <View className="match-tail__acts">
                          <Button look="quiet" size="small" onTap={() => setHanding(team)}>
                            {words.handOver}
                          </Button>
                          <Button look="quiet" size="small" onTap={() => setClosing(team)}>
                            {words.close}
                          </Button>
                        </View>
                      ),
                    }
                  : { onTap: () => go('team', { teamId: team.teamId }) })}
              />
            ))}
          </Card>
        )}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
      <Sheet open={founding} title={words.add} onClose={() => setFounding(false)}>
        {founding && (
          <TeamEditor
            onSaved={() => {
              setFounding(false)
              void list.again()
            }}
          />
        )}
      </Sheet>
      <HandOver team={handing} onClose={() => setHanding(undefined)} onDone={() => void list.again()} />
      <ReasonSheet
        open={closing !== undefined}
        title={words.closeTitle(closing?.name ?? '')}
        label={words.closeWhy}
        placeholder={words.closeHint}
        submit={words.close}
        done={words.closed}
        onClose={() => setClosing(undefined)}
        work={(reason) => client.volunteer.closeTeam({ teamId: closing?.teamId ?? 0, reason })}
        onDone={() => void list.again()}
      />
    </Frame>
  )
}
