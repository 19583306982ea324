import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Skeleton } from '../../../../components/states'
import { toBase64 } from '../../../../platform/base64'
import { client } from '../../../../platform/client'
import { fullTime } from '../../../../platform/dates'
import { env } from '../../../../platform/env'
import { giveFile } from '../../../../platform/files'
import { go } from '../../../../platform/routes'
import { confirm, say, wordsOf } from '../../../../platform/say'
import { refreshMe, setMe, signOut, useMe } from '../../../../platform/session'
import { forgetSession } from '../../../../platform/session-state'
import { useAsk } from '../../../../platform/use-ask'
import { utf8 } from '../../../../platform/utf8'
import { wording } from '../../wording'

const words = wording.data

/** Everything about me that I can change, take along or delete. */
export default function DataPage() {
  const me = useMe()
  const [nickname, setNickname] = useState<string>()
  const [problem, setProblem] = useState('')
  const [confirming, setConfirming] = useState('')
  const sessions = useAsk(() => client.people.sessions({}), 'sessions')
  if (!me) return <Shell title={words.title}>{me === null ? null : <Skeleton />}</Shell>

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  const save = async () => {
    setProblem('')
    try {
      const answer = await client.people.updateMe({ nickname: nickname ?? me.nickname })
      if (answer.ok) setMe(answer.value)
      say(words.saved)
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  const bind = (code: string | undefined) =>
    attempt(async () => {
      if (!code) return
      const answer = await client.people.bindPhone({ code })
      say(answer.ok ? words.bound : words.phoneRefusals[answer.refusal.reason])
      await refreshMe()
    })
  const unbind = () =>
    attempt(async () => {
      await client.people.unbindPhone({})
      await refreshMe()
    })
  const exportAll = () =>
    attempt(async () => {
      const answer = await client.people.exportMine({})
      if (!answer.ok) return
      await giveFile({
        fileName: answer.value.fileName,
        mimeType: 'application/json',
        base64: toBase64(utf8(answer.value.json)),
      })
      say(words.exported)
    })
  const endSession = (sessionId: number) =>
    attempt(async () => {
      await client.people.revokeSession({ sessionId })
      await sessions.again()
    })
  const remove = () =>
    attempt(async () => {
      if (!(await confirm(words.deleteSure, words.delete))) return
      const answer = await client.people.deleteMe({ confirm: '注销' })
      if (!answer.ok) return say(words.responsible(answer.refusal.activities))
      forgetSession()
      say(words.deleted)
      go('home')
    })

  return (
    <Shell title={words.title}>
      <View className="stack">
        <Card>
          <View className="stack">
            <Field
              label={words.nickname}
              required
              most={20}
              value={nickname ?? me.nickname}
              problem={problem}
              onChange={setNickname}
            />
            <Button look="secondary" onTap={save}>
              {words.save}
            </Button>
          </View>
        </Card>
        {(env.inWechat || me.maskedPhone) && (
          <Card flush>
            <Row
              icon="phone"
              title={words.phone}
              note={me.maskedPhone ?? ''}
              tail={
                me.maskedPhone ? (
                  <Button look="quiet" size="small" onTap={unbind}>
                    {words.unbind}
                  </Button>
                ) : (
                  <Button look="secondary" size="small" openType="getPhoneNumber" onPhoneNumber={bind}>
                    {words.bind}
                  </Button>
                )
              }
            />
          </Card>
        )}
        <Section title={words.sessions}>
          <Card flush>
            {sessions.asked.state === 'ready' &&
              sessions.asked.value.rows.map((s) => (
                <Row
                  key={s.sessionId}
                  icon="shield"
                  title={s.current ? `${s.client}（${words.current}）` : s.client}
                  note={fullTime(s.lastSeenAt)}
                  tail={
                    s.current ? undefined : (
                      <Button look="quiet" size="small" onTap={() => endSession(s.sessionId)}>
                        {words.end}
                      </Button>
                    )
                  }
                />
              ))}
          </Card>
        </Section>
        <Button
          look="secondary"
          icon="leave"
          onTap={async () => {
            await signOut()
            go('home')
          }}
        >
          {words.signOut}
        </Button>
        <Button look="secondary" icon="download" onTap={exportAll}>
          {words.export}
        </Button>
        <Section title={words.delete}>
          <Card>
            <View className="stack">
              <Field label={words.deleteConfirm} required value={confirming} onChange={setConfirming} />
              <Button look="quiet" disabled={confirming !== '注销'} onTap={remove}>
                {words.delete}
              </Button>
            </View>
          </Card>
        </Section>
      </View>
    </Shell>
  )
}
