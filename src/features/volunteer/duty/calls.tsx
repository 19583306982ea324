import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { nearTime } from '../../../platform/dates'
import { useList } from '../../../platform/use-list'
import { useStep } from '../../../platform/use-step'
import { wording } from '../wording'
import { type DutyRefusal, dutyRefusal, dutyWording as words } from './wording'

/** Who asked for me while I was on duty, to be answered once each. */
export function DutyCalls() {
  const list = useList((cursor) => client.volunteer.dutyCalls({ cursor }), 'duty/calls')
  const { busy, run } = useStep<DutyRefusal>(dutyRefusal, list.again)
  const [answering, setAnswering] = useState<{ callId: number; fromName: string }>()
  const [said, setSaid] = useState('')
  const send = async () => {
    if (!answering) return
    const { callId } = answering
    if (await run('answer', () => client.volunteer.answerDutyCall({ callId, words: said.trim() }), words.answerSent)) {
      setAnswering(undefined)
      setSaid('')
    }
  }
  return (
    <View className="stack">
      {list.state === 'loading' && <Skeleton />}
      {list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && <Empty words={words.callsEmpty} />}
      {list.rows.map((one) => (
        <Card key={one.callId}>
          <View className="stack">
            <View>
              <View className="t-strong">{one.fromName}</View>
              <View className="t-prewrap">{one.words}</View>
              <View className="t-note">{[one.placeName, nearTime(one.at, new Date())].join(' · ')}</View>
            </View>
            {one.answer ? (
              <View className="t-note">{words.answered(one.answer)}</View>
            ) : (
              <Button look="secondary" size="small" onTap={() => setAnswering(one)}>
                {words.answer}
              </Button>
            )}
          </View>
        </Card>
      ))}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      <Sheet
        open={answering !== undefined}
        title={answering ? words.answerTitle(answering.fromName) : ''}
        onClose={() => setAnswering(undefined)}
      >
        <View className="stack">
          <Field
            label={words.answer}
            required
            type="textarea"
            most={200}
            hint={words.wordsHint}
            value={said}
            onChange={setSaid}
          />
          <Button block disabled={said.trim().length < 2} loading={busy === 'answer'} onTap={() => void send()}>
            {words.send}
          </Button>
        </View>
      </Sheet>
    </View>
  )
}
