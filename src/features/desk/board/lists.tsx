import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { fullTime } from '../../../platform/dates'
import { makePhoneCall } from '../../../platform/help-phone'
import { go } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { type Listed, useList } from '../../../platform/use-list'
import { QueueRowView } from '../queue/row'
import { wording } from '../wording'
import { boardWording as words } from './wording'

function List<T>({ list, empty, row }: { list: Listed<T>; empty: string; row: (row: T) => ReactNode }) {
  return (
    <View className="stack">
      {list.state === 'loading' && <Skeleton />}
      {(list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && <Empty words={empty} />}
      {list.rows.map(row)}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </View>
  )
}

/** What is overdue, with whom it is and how far up it went. */
export function Overdue() {
  const list = useList((cursor) => client.application.overdue({ cursor }), 'overdue')
  return (
    <List
      list={list}
      empty={words.empty.overdue}
      row={(row) => (
        <QueueRowView
          key={row.applicationId}
          row={row}
          current={false}
          onOpen={() => go('deskCase', { applicationId: row.applicationId })}
        />
      )}
    />
  )
}

/** Second visits that had to be allowed. */
export function Exceptions() {
  const list = useList((cursor) => client.application.exceptions({ cursor }), 'exceptions')
  return (
    <List
      list={list}
      empty={words.empty.exceptions}
      row={(row) => (
        <View key={row.exceptionId} className="card card--padded">
          <View className="t-strong">{`${row.itemName} · ${row.number}`}</View>
          <View className="t-note">{`${row.department} · ${row.by} · ${fullTime(row.at)}`}</View>
          <View>{words.reason(row.reason)}</View>
          <View>{words.apology(row.apology)}</View>
        </View>
      )}
    />
  )
}

/** Poor ratings that wait for a call. Who rated is not shown. */
export function CallBacks() {
  const list = useList((cursor) => client.application.callBacks({ cursor }), 'callBacks')
  return (
    <List
      list={list}
      empty={words.empty.callBacks}
      row={(row) => {
        const { phone } = row
        return (
          <View key={row.callBackId} className="card card--padded stack">
            <View className="t-strong">{`${row.itemName} · ${words.level(row.level)}`}</View>
            <View className="t-prewrap">{row.words}</View>
            <View className="t-note">
              {[row.department, words.owner(row.ownerName), words.due(row.dueAt)].join(' · ')}
            </View>
            {phone && (
              <View className="line">
                <Button look="secondary" size="small" icon="phone" onTap={() => makePhoneCall(phone)}>
                  {words.call}
                </Button>
              </View>
            )}
            {row.mine && <CallBackForm callBackId={row.callBackId} onDone={list.again} />}
          </View>
        )
      }}
    />
  )
}

const shortest = 5

function CallBackForm({ callBackId, onDone }: { callBackId: number; onDone: () => void }) {
  const [{ answer }, set, forget] = useDraft(`desk/call-back/${callBackId}`, { answer: '' })
  const submit = async () => {
    try {
      const reply = await client.application.callBack({ callBackId, answer: answer.trim() })
      if (reply.ok) forget()
      say(
        reply.ok
          ? words.calledBack
          : reply.refusal.reason === 'notYours'
            ? words.refusals.notYours(reply.refusal.owner)
            : words.refusals.alreadyDone,
      )
      onDone()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return (
    <>
      <Field
        label={words.answer}
        required
        type="textarea"
        most={500}
        placeholder={words.answerHint}
        value={answer}
        onChange={(text) => set({ answer: text })}
      />
      <View className="line">
        <Button look="secondary" disabled={answer.trim().length < shortest} onTap={submit}>
          {words.callBack}
        </Button>
      </View>
    </>
  )
}

/** Appeals that wait for the supervisor. */
export function Appeals() {
  const list = useList((cursor) => client.application.appeals({ cursor }), 'appeals')
  return (
    <List
      list={list}
      empty={words.empty.appeals}
      row={(row) => (
        <View key={row.appealId} className="card card--padded stack">
          <View className="t-strong">{`${row.itemName} · ${row.number}`}</View>
          <View className="t-prewrap">{row.words}</View>
          <View className="t-note">{[row.department, words.due(row.dueAt)].join(' · ')}</View>
          <AppealForm appealId={row.appealId} onDone={list.again} />
        </View>
      )}
    />
  )
}

function AppealForm({ appealId, onDone }: { appealId: number; onDone: () => void }) {
  const [draft, set, forget] = useDraft<{ outcome?: 'uphold' | 'reopen'; answer: string }>(`desk/appeal/${appealId}`, {
    answer: '',
  })
  const { outcome, answer } = draft
  const submit = async () => {
    try {
      const input = { appealId, uphold: outcome === 'uphold', answer: answer.trim() }
      const reply = await client.application.answerAppeal(input)
      if (reply.ok) forget()
      say(reply.ok ? words.answered : words.refusals[reply.refusal.reason])
      onDone()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return (
    <>
      <Choice
        label={words.outcome}
        options={[
          { value: 'uphold', words: words.uphold },
          { value: 'reopen', words: words.reopen },
        ]}
        value={outcome}
        onChange={(value) => set({ outcome: value })}
      />
      <Field
        label={words.appealAnswer}
        required
        type="textarea"
        most={1000}
        placeholder={words.appealHint}
        value={answer}
        onChange={(text) => set({ answer: text })}
      />
      <View className="line">
        <Button look="secondary" disabled={!outcome || answer.trim().length < shortest} onTap={submit}>
          {words.send}
        </Button>
      </View>
    </>
  )
}
