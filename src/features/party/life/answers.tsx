import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingAnswer } from '../../../../types/hub'
import { Choice } from '../../../components/choice'
import { client } from '../../../platform/client'
import type { Meeting } from '../shapes'
import { useWork } from '../use-work'
import { WordsSheet } from '../words-sheet'
import { answerNames, lifeWording as words } from './wording'

/** Whether I come: here, from afar, or not, with a reason. */
export function Answers({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  const [busy, work] = useWork()
  const { meetingId, mayRemote, mySaid } = meeting
  const options = (Object.keys(answerNames) as MeetingAnswer[])
    .filter((value) => value !== 'remote' || mayRemote)
    .map((value) => ({ value, words: answerNames[value] }))
  const answer = async (value: MeetingAnswer) => {
    if (busy) return
    if (value === 'leave') return setAsking(true)
    if (await work(() => client.hub.answerMeeting({ meetingId, answer: value }), words.answered)) onDone()
  }
  return (
    <View>
      <Choice
        label={words.answer}
        options={options}
        value={mySaid ?? undefined}
        onChange={(value) => void answer(value)}
      />
      {asking && (
        <WordsSheet
          title={words.reasonTitle}
          label={words.reasonLabel}
          placeholder={words.reasonHint}
          submit={words.reasonSend}
          done={words.answered}
          least={2}
          most={200}
          onClose={() => setAsking(false)}
          work={(reason) => client.hub.answerMeeting({ meetingId, answer: 'leave', reason })}
          onDone={onDone}
        />
      )}
    </View>
  )
}
