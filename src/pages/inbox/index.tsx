import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '../../components/button'
import { Card, Row } from '../../components/card'
import { Shell } from '../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import { client } from '../../platform/client'
import { nearTime } from '../../platform/dates'
import { useElderMode } from '../../platform/elder-mode'
import { go } from '../../platform/routes'
import { refreshMe, useSignedIn } from '../../platform/session'
import { useList } from '../../platform/use-list'
import { DemoMessages } from '../demo-messages'
import { wording } from '../wording'
import { noticeWords } from './wording'
import './index.scss'
import { openSubject } from './subject'

const words = wording.inbox

/** Every notice I ever got; the channel that always works. */
export default function InboxPage() {
  const signedIn = useSignedIn()
  // In large letters the room is for the words: the picture is the same in every row.
  const elder = useElderMode()
  const list = useList(
    (cursor) =>
      signedIn ? client.inbox.list({ cursor }) : Promise.resolve({ ok: true as const, value: { rows: [] } }),
    String(signedIn),
  )
  useDidShow(() => {
    void list.again()
  })
  const read = async (noticeId: number, andOlder: boolean) => {
    await client.inbox.markRead({ noticeId, andOlder }).catch(() => undefined) // it stays marked as new
    void refreshMe()
    if (andOlder) void list.again()
  }
  if (!signedIn) {
    return (
      <Shell tab title={words.title}>
        <Empty words={words.needSignIn} step={words.signIn} onStep={() => go('signIn')} />
      </Shell>
    )
  }
  const unread = list.rows.some((row) => row.readAt === null)
  const newest = list.rows[0]
  return (
    <Shell tab title={words.title}>
      <View className="stack">
        {unread && newest && (
          <View className="between">
            <View />
            <Button look="quiet" size="small" onTap={() => read(newest.noticeId, true)}>
              {words.readAll}
            </Button>
          </View>
        )}
        {list.state === 'loading' && <Skeleton />}
        {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
          <Failed words={list.words || words.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((row) => {
              const { head, note } = noticeWords[row.kind](row.facts)
              const open = () => {
                void read(row.noticeId, false)
                openSubject(row.kind, row.facts)
              }
              return (
                <Row
                  key={row.noticeId}
                  {...(elder ? {} : { tile: 'bell' })}
                  title={head}
                  note={[note, nearTime(row.createdAt, new Date())].filter(Boolean).join(' · ')}
                  lead={
                    row.readAt === null ? (
                      <View className="unread">
                        <View className="only-spoken">{words.unread}</View>
                      </View>
                    ) : undefined
                  }
                  onTap={open}
                />
              )
            })}
          </Card>
        )}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
        <DemoMessages />
      </View>
    </Shell>
  )
}
