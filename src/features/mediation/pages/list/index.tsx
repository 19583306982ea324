import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { timeSpan } from '../../../../platform/dates'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { Alarm } from '../../alarm'
import { Explained } from '../../explained'
import { mediationWording as words } from '../../wording'

/** Disputes in which I am a side, and the way to one. */
export default function MediationsPage() {
  const signedIn = useSignedIn()
  const list = useList(
    (cursor) =>
      signedIn
        ? client.volunteer.myMediations({ cursor })
        : Promise.resolve({ ok: true as const, value: { rows: [] } }),
    `mediations/${signedIn}`,
  )
  if (!signedIn)
    return (
      <Shell title={words.list}>
        <Alarm />
        <Empty
          words={words.needSignIn}
          step={words.signIn}
          onStep={() => go('signIn', { next: pathOf('mediations') })}
        />
        <Explained law />
      </Shell>
    )
  return (
    <Shell
      title={words.list}
      bar={
        <>
          <Button look="secondary" onTap={() => go('mediationInvitation')}>
            {words.haveCode}
          </Button>
          <Button block onTap={() => go('askHelp')}>
            {words.ask}
          </Button>
        </>
      }
    >
      <View className="stack">
        <Alarm />
        {list.state === 'loading' && <Skeleton />}
        {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
          <Failed words={list.words || words.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((row) => (
              <Row
                key={row.helpRequestId}
                icon="people"
                title={row.otherName ?? words.heads.invite}
                note={row.settled ? words.settled : timeSpan(row.span.from, row.span.until)}
                onTap={() => go('mediation', { helpRequestId: row.helpRequestId })}
              />
            ))}
          </Card>
        )}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
      <Explained law />
    </Shell>
  )
}
