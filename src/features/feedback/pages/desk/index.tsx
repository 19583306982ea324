import { View } from '@tarojs/components'
import { useState } from 'react'
import { type FeedbackState, feedbackStates } from '../../../../../types/feedback'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { say, wordsOf } from '../../../../platform/say'
import { useList } from '../../../../platform/use-list'
import { AnswerSheet } from '../../answer-sheet'
import { DeskCard, type DeskRow } from '../../desk-card'
import { wording } from '../../wording'
import './index.scss'

const words = wording.desk
const filters = feedbackStates.map((value) => ({ value, words: words.filters[value] }))

/** Staff: complaints and suggestions of my area, the most urgent first. */
export default function FeedbackDeskPage() {
  const [state, setState] = useState<FeedbackState>('open')
  const [answering, setAnswering] = useState<DeskRow>()
  const list = useList((cursor) => client.feedback.desk({ state, cursor }), state)

  const answer = async (row: DeskRow, text: string): Promise<boolean> => {
    try {
      const reply = await client.feedback.answer({ feedbackId: row.feedbackId, answer: text })
      say(reply.ok ? words.answered : words.refusals[reply.refusal.reason])
      setAnswering(undefined)
      void list.again()
      return reply.ok
    } catch (error) {
      say(wordsOf(error))
      return false
    }
  }
  const takeOver = async ({ feedbackId }: DeskRow) => {
    try {
      const reply = await client.feedback.takeOver({ feedbackId })
      say(reply.ok ? words.takenOver : words.refusals[reply.refusal.reason])
      void list.again()
    } catch (error) {
      say(wordsOf(error))
    }
  }

  return (
    <Shell title={words.title} wide>
      <View className="feedback-desk stack">
        <Chips label={words.filter} items={filters} value={state} onChange={setState} />
        {list.state === 'loading' && <Skeleton />}
        {(list.state === 'offline' || list.state === 'failed') && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty[state]} />}
        <View className="feedback-desk__cards">
          {list.rows.map((row) => (
            <DeskCard
              key={row.feedbackId}
              row={row}
              onAnswer={() => setAnswering(row)}
              onTakeOver={() => takeOver(row)}
            />
          ))}
        </View>
        {list.state === 'more' && <Skeleton rows={1} />}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
      {answering && (
        <AnswerSheet
          key={answering.feedbackId}
          row={answering}
          open
          onClose={() => setAnswering(undefined)}
          onAnswer={(text) => answer(answering, text)}
        />
      )}
    </Shell>
  )
}
