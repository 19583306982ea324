import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Shell } from '../../../../components/shell'
import { roleOf } from '../../../../components/spoken'
import { useElderMode } from '../../../../platform/elder-mode'
import { ledWords } from '../../../../platform/hand-on'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useDraft } from '../../../../platform/use-draft'
import { type AskForm, emptyAsk } from '../../ask/form'
import { Kinds } from '../../ask/kinds'
import { Lines } from '../../ask/lines'
import { timesOf } from '../../ask/times'
import { useSendAsk } from '../../ask/use-send'
import { WhenChoice } from '../../ask/when-choice'
import { askWording as words } from '../../ask/wording'
import { Emergency } from '../../emergency'
import { useIsVolunteer } from '../../use-volunteer'
import { kindNames } from '../../wording'

type Step = 'kind' | 'when' | 'send'

/** Asking for help: what, when, send. Everything else is as expected unless a line is opened. In the large mode one question a screen. */
export default function AskPage() {
  const signedIn = useSignedIn()
  const elder = useElderMode()
  const volunteer = useIsVolunteer()
  const [form, change, forget] = useDraft<AskForm>('help/ask', { ...emptyAsk, words: ledWords('helpRequest') })
  const [step, setStep] = useState<Step>(form.kind === '' ? 'kind' : form.when.slot === '' ? 'when' : 'send')
  const { problem, sending, waiting, consented, send } = useSendAsk(form, forget)
  const times = form.kind === '' ? undefined : timesOf(form.kind, form.when, new Date())

  if (waiting)
    return (
      <Shell title={words.title}>
        <View className="stack" {...roleOf('status')}>
          <View className="t-display">{words.kept}</View>
          <View>{words.keptNote}</View>
          <Emergency />
        </View>
      </Shell>
    )
  const submit = () => (signedIn ? void send() : go('signIn', { next: pathOf('askHelp') }))
  const sendWords = signedIn && !consented ? words.agree : form.manual ? words.sendManual : words.send
  const shows = (wanted: Step) => (elder ? step === wanted : wanted === 'kind' || form.kind !== '')
  return (
    <Shell
      title={words.title}
      bar={
        form.kind === '' || (elder && step === 'kind') ? undefined : (
          <>
            {elder && (
              <Button look="quiet" onTap={() => setStep(step === 'send' ? 'when' : 'kind')}>
                {words.back}
              </Button>
            )}
            {elder && step === 'when' ? (
              <Button block disabled={!times} onTap={() => setStep('send')}>
                {words.next}
              </Button>
            ) : (
              <Button block loading={sending} disabled={sending} onTap={submit}>
                {sendWords}
              </Button>
            )}
          </>
        )
      }
    >
      <View className="stack">
        {form.kind === 'mediation' ? <Emergency urgent /> : <Emergency />}
        {shows('kind') && (
          <>
            <Heading level={2} className="t-title">
              {words.what}
            </Heading>
            <Kinds
              value={form.kind}
              onChange={(kind) => {
                change({ kind })
                setStep('when')
              }}
            />
          </>
        )}
        {elder && step !== 'kind' && form.kind !== '' && <View className="t-title">{kindNames[form.kind]}</View>}
        {shows('when') && form.kind !== '' && (
          <Card>
            <WhenChoice
              kind={form.kind}
              value={form.when}
              onChange={(when) => {
                change({ when })
                if (when.slot !== 'pick') setStep('send')
              }}
            />
          </Card>
        )}
        {problem && (
          <View className="t-late" {...roleOf('alert')}>
            {problem}
          </View>
        )}
        {shows('send') && form.kind !== '' && <Lines form={form} onChange={change} />}
        {signedIn && !consented && shows('send') && (
          <Card>
            <View className="t-strong">{words.consent}</View>
            <View className="t-note">{words.consentBody}</View>
            <Button look="quiet" size="small" icon="shield" onTap={() => go('privacy')}>
              {words.read}
            </Button>
          </Card>
        )}
        {shows('send') && form.kind !== '' && (
          <View className="t-note">{form.manual ? words.promiseManual : words.promise}</View>
        )}
        {form.kind === '' && signedIn && (
          <Section title={words.already}>
            <Card flush>
              <Row icon="list" title={words.mine} note={words.mineNote} onTap={() => go('helpRequests')} />
              {volunteer ? (
                <>
                  <Row icon="bell" title={words.offers} note={words.offersNote} onTap={() => go('helpOffers')} />
                  <Row icon="walk" title={words.tasks} onTap={() => go('helpTasks')} />
                </>
              ) : (
                <Row icon="heart" title={words.become} note={words.becomeNote} onTap={() => go('volunteerProfile')} />
              )}
              <Row icon="clock" title={words.duty} note={words.dutyNote} onTap={() => go('duty')} />
              <Row icon="people" title={words.teams} note={words.teamsNote} onTap={() => go('teams')} />
            </Card>
          </Section>
        )}
      </View>
    </Shell>
  )
}
