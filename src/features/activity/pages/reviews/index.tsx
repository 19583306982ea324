import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { say, wordsOf } from '../../../../platform/say'
import { useList } from '../../../../platform/use-list'
import { type Comment, CommentCard } from '../../ratings/comment-card'
import { HideSheet } from '../../ratings/hide-sheet'
import { ratingWording } from '../../ratings/wording'
import { wording } from '../../wording'
import './index.scss'

const words = ratingWording.review
const states = ['inReview', 'shown', 'hidden'] as const
const filters = states.map((value) => ({ value, words: words.filters[value] }))
type Decision = Parameters<typeof client.activity.reviewComment>[0]['decision']

/** Staff: comments in my area that no machine could decide on; what was decided can be looked up and changed. */
export default function ReviewsPage() {
  const [state, setState] = useState<(typeof states)[number]>('inReview')
  const [hiding, setHiding] = useState<Comment>()
  const list = useList((cursor) => client.activity.comments({ state, cursor }), state)

  const decide = async ({ ratingId, writtenAt }: Comment, decision: Decision) => {
    setHiding(undefined)
    try {
      const answer = await client.activity.reviewComment({ ratingId, writtenAt, decision })
      if (!answer.ok) say(words.refusals[answer.refusal.reason])
      else say(decision.show ? words.shown : words.hidden)
    } catch (error) {
      say(wordsOf(error))
    }
    void list.again()
  }

  return (
    <Shell title={words.title} wide>
      <View className="reviews__page stack">
        <Chips label={words.filter} items={filters} value={state} onChange={setState} />
        {list.state === 'loading' && <Skeleton />}
        {(list.state === 'offline' || list.state === 'failed') && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty[state]} />}
        <View className="reviews">
          {list.rows.map((row) => (
            <CommentCard
              key={row.ratingId}
              row={row}
              onShow={() => decide(row, { show: true })}
              onHide={() => setHiding(row)}
            />
          ))}
        </View>
        {list.state === 'more' && <Skeleton rows={1} />}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
      <HideSheet
        key={hiding?.ratingId ?? 0}
        open={hiding !== undefined}
        onClose={() => setHiding(undefined)}
        onHide={(reason) => hiding && decide(hiding, { show: false, reason })}
      />
    </Shell>
  )
}
