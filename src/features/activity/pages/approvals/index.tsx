import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Sheet } from '../../../../components/sheet'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { Tag } from '../../../../components/tag'
import { client } from '../../../../platform/client'
import { fullTime, timeSpan } from '../../../../platform/dates'
import { go } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { useList } from '../../../../platform/use-list'
import { editRefusal } from '../../publish/wording'
import { approveWording } from '../../run/wording'
import { kindNames, seatWords, wording } from '../../wording'
import './index.scss'

const words = approveWording

/** Staff: proposals of residents and organisers in my area, oldest first. */
export default function ApprovalsPage() {
  const list = useList((cursor) => client.activity.submissions({ cursor }), 'submissions')
  const [returning, setReturning] = useState<number>()
  const [reason, setReason] = useState('')

  const decide = async (
    work: () => Promise<{ ok: true } | { ok: false; refusal: Parameters<typeof editRefusal>[0] }>,
    done: string,
  ) => {
    try {
      const answer = await work()
      say(answer.ok ? done : editRefusal(answer.refusal))
    } catch (error) {
      say(wordsOf(error))
    }
    setReturning(undefined)
    setReason('')
    void list.again()
  }

  return (
    <Shell title={words.title} wide>
      <View className="approvals__more">
        <Card flush>
          <Row icon="star" title={words.reviews} note={words.reviewsNote} onTap={() => go('reviews')} />
        </Card>
      </View>
      <View className="approvals">
        {list.state === 'loading' && <Skeleton />}
        {(list.state === 'offline' || list.state === 'failed') && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.map((row) => (
          <Card key={row.activityId}>
            <View className="stack">
              <View className="between approvals__head">
                <Tag>{kindNames[row.kind]}</Tag>
                <View className="t-note">{words.waitingSince(fullTime(row.submittedAt))}</View>
              </View>
              <View className="t-head">{row.title}</View>
              <View className="t-note">
                {[timeSpan(row.startsAt, row.endsAt), row.placeName, row.areaName, seatWords(row)].join(' · ')}
              </View>
              <View className="t-note">
                {[words.by(row.submittedBy), row.host, row.occurrences > 1 ? words.occurrences(row.occurrences) : '']
                  .filter(Boolean)
                  .join(' · ')}
              </View>
              <View className="line">
                <Button
                  onTap={() => decide(() => client.activity.approve({ activityId: row.activityId }), words.approved)}
                >
                  {words.approve}
                </Button>
                <Button look="secondary" onTap={() => setReturning(row.activityId)}>
                  {words.sendBack}
                </Button>
                <Button look="quiet" onTap={() => go('activity', { activityId: row.activityId })}>
                  {wording.result.see}
                </Button>
              </View>
            </View>
          </Card>
        ))}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
      <Sheet open={returning !== undefined} title={words.sendBack} onClose={() => setReturning(undefined)}>
        <Field label={words.reason} required type="textarea" most={300} value={reason} onChange={setReason} />
        <Button
          disabled={reason.trim().length < 2}
          onTap={() =>
            returning !== undefined &&
            decide(() => client.activity.sendBack({ activityId: returning, reason }), words.sentBack)
          }
        >
          {words.sendBack}
        </Button>
      </Sheet>
    </Shell>
  )
}
