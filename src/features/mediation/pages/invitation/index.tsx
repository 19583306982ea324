import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../../../types/operation'
import type { volunteer } from '../../../../../types/volunteer'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Heading } from '../../../../components/heading'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, goHome, pathOf, replaceWith } from '../../../../platform/routes'
import { confirm, say, wordsOf } from '../../../../platform/say'
import { useSignedIn } from '../../../../platform/session'
import { Alarm } from '../../alarm'
import { Explained } from '../../explained'
import { invitationRefusal, mediationWording, spansOf } from '../../wording'

const words = mediationWording.invitation
type Invitation = OutputOf<(typeof volunteer)['invitation']>

/** The other side: who asks, when and where; yes or no. */
export default function InvitationPage() {
  const { params } = useRouter()
  const signedIn = useSignedIn()
  const [code, setCode] = useState(params.code ?? '')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState('')
  const [shown, setShown] = useState<Invitation>()
  const run = async (name: string, work: () => Promise<void>) => {
    if (busy) return
    setBusy(name)
    await work().catch((error: unknown) => say(wordsOf(error)))
    setBusy('')
  }
  const look = () =>
    run('look', async () => {
      const answer = await client.volunteer.invitation({ code })
      setShown(answer.ok ? answer.value : undefined)
      setProblem(answer.ok ? '' : invitationRefusal(answer.refusal))
    })
  const agree = () =>
    run('agree', async () => {
      const answer = await client.volunteer.agreeToMediation({ code })
      if (answer.ok) replaceWith('mediation', { helpRequestId: answer.value.helpRequestId })
      else say(invitationRefusal(answer.refusal))
    })
  const decline = async () => {
    if (!(await confirm(words.declineAsk, words.decline))) return
    await run('decline', async () => {
      const answer = await client.volunteer.declineMediation({ code })
      say(answer.ok ? words.declinedDone : invitationRefusal(answer.refusal))
      if (answer.ok) goHome()
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card that was opened is looked at once
  useEffect(() => {
    if (signedIn && params.code) void look()
  }, [signedIn])
  const bar = shown ? (
    <>
      <Button look="quiet" loading={busy === 'decline'} onTap={() => void decline()}>
        {words.decline}
      </Button>
      <Button block loading={busy === 'agree'} onTap={() => void agree()}>
        {words.agree}
      </Button>
    </>
  ) : undefined
  return (
    <Shell title={words.title} bar={bar}>
      <View className="stack">
        <Alarm />
        {!signedIn ? (
          <Empty
            words={mediationWording.needSignIn}
            step={mediationWording.signIn}
            onStep={() => go('signIn', { next: pathOf('mediationInvitation', { code: params.code }) })}
          />
        ) : shown ? (
          <>
            <Heading level={2} className="t-title">
              {words.from(shown.requesterName)}
            </Heading>
            <Card flush>
              <Row icon="clock" title={spansOf(shown)} note={words.minutes(shown.minutes)} />
              <Row icon="pin" title={shown.place} note={shown.areaName} />
              <Row icon="person" title={words.note} note={words.until(shown.expiresAt)} />
            </Card>
          </>
        ) : (
          <Card>
            <Field label={words.code} required most={20} value={code} problem={problem} onChange={setCode} />
            <Button block loading={busy === 'look'} disabled={code.trim() === ''} onTap={() => void look()}>
              {words.look}
            </Button>
          </Card>
        )}
      </View>
      <Explained />
    </Shell>
  )
}
