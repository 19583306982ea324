import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { gateWording } from '../../gate-wording'
import { teamKindNames, teamWording as words } from '../../team/wording'
import { wording } from '../../wording'

const tabs = (['all', 'mine'] as const).map((value) => ({ value, words: words[value] }))

/** Teams around me, and those I am in. */
export default function TeamsPage() {
  const signedIn = useSignedIn()
  return (
    <Shell title={words.list}>
      {signedIn ? (
        <Teams />
      ) : (
        <Empty
          words={gateWording.needSignIn}
          step={gateWording.signIn}
          onStep={() => go('signIn', { next: pathOf('teams') })}
        />
      )}
    </Shell>
  )
}

function Teams() {
  const [which, setWhich] = useState<'all' | 'mine'>('all')
  const list = useList(
    (cursor) => client.volunteer.teams({ cursor, ...(which === 'mine' ? { mine: true } : {}) }),
    `teams/${which}`,
  )
  return (
    <View className="stack">
      <Chips label={words.list} items={tabs} value={which} onChange={setWhich} />
      {list.state === 'loading' && <Skeleton />}
      {list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' &&
        list.rows.length === 0 &&
        (which === 'mine' ? (
          <Empty words={words.emptyMine} step={words.emptyStep} onStep={() => setWhich('all')} />
        ) : (
          <Empty words={words.empty} />
        ))}
      {list.rows.length > 0 && (
        <Card flush>
          {list.rows.map((team) => (
            <Row
              key={team.teamId}
              tile="people"
              title={team.name}
              note={[
                team.homeAreaName ? words.homeOf(team.homeAreaName) : teamKindNames[team.kind],
                team.areaName,
                words.parts[team.myPart] || words.members(team.members),
              ].join(' · ')}
              onTap={() => go('team', { teamId: team.teamId })}
            />
          ))}
        </Card>
      )}
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </View>
  )
}
