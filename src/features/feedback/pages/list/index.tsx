import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Light } from '../../../../components/light'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { beginningOf, clockOf, headOf } from '../../clock'
import { wording } from '../../wording'

const words = wording.list

/** What I complained of or suggested, and what became of it. */
export default function FeedbackListPage() {
  const signedIn = useSignedIn()
  const list = useList(
    (cursor) =>
      signedIn ? client.feedback.mine({ cursor }) : Promise.resolve({ ok: true as const, value: { rows: [] } }),
    String(signedIn),
  )
  useDidShow(() => {
    void list.again()
  })
  if (!signedIn)
    return (
      <Shell title={wording.title}>
        <Empty words={words.needSignIn} step={words.signIn} onStep={() => go('signIn')} />
      </Shell>
    )
  const now = new Date()
  const nothing = list.state === 'end' && list.rows.length === 0
  return (
    <Shell
      title={wording.title}
      bar={
        nothing ? undefined : (
          <Button block onTap={() => go('feedbackSend')}>
            {words.write}
          </Button>
        )
      }
    >
      <View className="stack">
        {list.state === 'loading' && <Skeleton />}
        {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {nothing && <Empty words={words.empty} step={words.write} onStep={() => go('feedbackSend')} />}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((row) => {
              const { kind, words: until } = clockOf(row, now)
              return (
                <Row
                  key={row.feedbackId}
                  title={beginningOf(row.words)}
                  label={`${headOf(row)}，${beginningOf(row.words)}，${until}`}
                  note={<Light kind={kind} words={until} />}
                  onTap={() => go('feedbackDetail', { feedbackId: row.feedbackId })}
                />
              )
            })}
          </Card>
        )}
        {list.state === 'more' && <Skeleton rows={1} />}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
    </Shell>
  )
}
