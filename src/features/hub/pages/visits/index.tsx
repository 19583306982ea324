import { View } from '@tarojs/components'
import { Card, Row } from '../../../../components/card'
import { Light } from '../../../../components/light'
import { ListState } from '../../../../components/list-state'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { promiseLight, visitsWording as words } from '../../visits/wording'
import { hubWording } from '../../wording'

/** 来我家走访过: when the hub came, and what it promised to us. */
export default function VisitsPage() {
  const signedIn = useSignedIn()
  return (
    <Shell title={words.title}>
      {signedIn ? (
        <Visits />
      ) : (
        <Empty
          words={hubWording.needSignInFirst}
          step={hubWording.signIn}
          onStep={() => go('signIn', { next: pathOf('hubVisits') })}
        />
      )}
    </Shell>
  )
}

function Visits() {
  const list = useList((cursor) => client.hub.visitsToMe(cursor ? { cursor } : {}), 'visitsToMe')
  const { rows } = list
  return (
    <View className="stack">
      {rows.length > 0 && <View className="t-note">{words.lead}</View>}
      {rows.map(({ visitId, visitedOn, hubId, hubName, promises }) => (
        <Card key={visitId} flush>
          <Row
            icon="hub"
            title={words.day(visitedOn)}
            note={promises.length === 0 ? `${hubName} · ${words.nothing}` : hubName}
            onTap={() => go('hub', { hubId })}
          />
          {promises.map((one) => (
            <Row
              key={one.promiseId}
              title={one.words}
              note={
                <>
                  <Light {...promiseLight(one, new Date())} />
                  {one.outcome !== '' && <View>{words.outcome(one.outcome)}</View>}
                </>
              }
            />
          ))}
        </Card>
      ))}
      <ListState list={list} empty={words.empty} step={words.emptyStep} onStep={() => go('hub')} />
    </View>
  )
}
