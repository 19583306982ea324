import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { RateForm } from '../../../components/rate-form'
import { Rating } from '../../../components/rating'
import { Shell } from '../../../components/shell'
import { roleOf } from '../../../components/spoken'
import { TimeSpan } from '../../../components/time-span'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { useStep } from '../../../platform/use-step'
import { Emergency } from '../emergency'
import { TalkSheet } from '../talk-sheet'
import { useNames } from '../use-names'
import { kindNames } from '../wording'
import { ConfirmCard } from './confirm-card'
import { headOf, isOver, stepsDone } from './head'
import { PersonCard, WhyCard } from './person-card'
import { HelpSteps } from './steps'
import { SwapSheet } from './swap-sheet'
import { UnmetCard } from './unmet-card'
import { type Request, type SayRefusal, type StepRefusal, stepRefusal, requestWording as words } from './wording'

/** One request for help: where it stands, who comes and why, and what can be done about it. */
export function RequestView({ request, again }: { request: Request; again: () => Promise<void> }) {
  const { helpRequestId, allowedActions: may, comingPeople, ownerName } = request
  const names = useNames()
  const { busy, run } = useStep<StepRefusal | SayRefusal>(stepRefusal, again)
  const [sheet, setSheet] = useState<'talk' | 'swap'>()
  const owner = ownerName ? words.ownerOf(ownerName) : words.owner
  const done = stepsDone(request)
  const isLooking = request.status === 'open' || request.status === 'matching' || request.status === 'offered'
  const change = (name: string, part: Partial<Parameters<typeof client.volunteer.changeRequest>[0]>) =>
    void run(name, () => client.volunteer.changeRequest({ helpRequestId, ...part }), words.changed)
  const cancel = async () => {
    if (!(await confirm(words.cancelAsk, words.cancelYes))) return
    void run('cancel', () => client.volunteer.cancelRequest({ helpRequestId }), words.cancelled)
  }
  const askStaff = async () => {
    if (!(await confirm(words.askStaffAsk(owner), words.askStaffYes))) return
    void run('askStaff', () => client.volunteer.askStaff({ helpRequestId }), words.swapped)
  }
  const bar = (
    <>
      {may.includes('cancel') && (
        <Button look="quiet" block={!may.includes('swap')} loading={busy === 'cancel'} onTap={() => void cancel()}>
          {words.cancel}
        </Button>
      )}
      {may.includes('swap') && (
        <Button look="secondary" block icon="swap" onTap={() => setSheet('swap')}>
          {words.swap}
        </Button>
      )}
      {isOver(request) && (
        <Button look="secondary" block onTap={() => go('askHelp')}>
          {words.askAgain}
        </Button>
      )}
    </>
  )
  return (
    <Shell
      title={words.title}
      bar={may.includes('cancel') || may.includes('swap') || isOver(request) ? bar : undefined}
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            <View {...roleOf('status')}>{headOf(request, new Date())}</View>
          </Heading>
          <View>
            {kindNames[request.kind]} · <TimeSpan from={request.span.from} until={request.span.until} />
          </View>
          <View className="t-note">{words.place(request.areaName, request.address)}</View>
          {done > 0 && request.status !== 'cancelled' && <HelpSteps done={done} />}
        </View>
        {may.includes('confirm') && (
          <ConfirmCard
            busy={busy === 'confirm'}
            onConfirm={(longer) =>
              void run('confirm', () => client.volunteer.confirmDone({ helpRequestId, longer }), words.confirmed)
            }
          />
        )}
        {may.includes('rate') && (
          <RateForm
            name={`rate-help/${request.helpRequestId}`}
            words={words}
            busy={busy === 'rate'}
            onRate={(stars, comment) =>
              run('rate', () => client.volunteer.rateHelp({ helpRequestId, stars, comment }), words.rated)
            }
          />
        )}
        {request.stars !== null && (
          <Card>
            <Rating label={words.rate} value={request.stars} />
            {request.comment ? <View>{request.comment}</View> : null}
          </Card>
        )}
        {comingPeople.map((person) => (
          <PersonCard
            key={person.assignmentId}
            person={person}
            canSay={may.includes('say')}
            busy={busy}
            onCallBack={() =>
              void run(
                'callBack',
                () => client.volunteer.sayAboutHelp({ helpRequestId, callBack: true }),
                words.callBackSent,
              )
            }
            onTalk={() => setSheet('talk')}
          />
        ))}
        {comingPeople.map((person) => (
          <WhyCard key={person.assignmentId} request={request} person={person} names={names} />
        ))}
        {isLooking && <View>{request.automatic ? words.next(owner) : words.nextByStaff(owner)}</View>}
        {request.status === 'unmet' && <UnmetCard request={request} busy={busy} onChange={change} />}
        {!isOver(request) && (
          <Card flush>
            {request.kind === 'mediation' && (
              <Row
                icon="handshake"
                title={words.otherSide}
                note={words.otherSideNote}
                onTap={() => go('mediation', { helpRequestId })}
              />
            )}
            {may.includes('askStaff') && (
              <Row icon="person" title={words.askStaff(owner)} onTap={() => void askStaff()} />
            )}
            {may.includes('matchAgain') && (
              <Row
                icon="swap"
                title={words.matchAgain}
                onTap={() =>
                  void run('matchAgain', () => client.volunteer.matchAgain({ helpRequestId }), words.swapped)
                }
              />
            )}
            <Row icon="info" title={words.howChosen} onTap={() => go('helpWhy')} />
          </Card>
        )}
        {request.words && (
          <Card>
            <View className="t-note">{words.details}</View>
            <View className="t-prewrap">{request.words}</View>
          </Card>
        )}
        {may.includes('swap') && <View className="t-note t-center">{words.swapNote}</View>}
        {!isOver(request) && <Emergency urgent={request.kind === 'mediation'} />}
      </View>
      <TalkSheet
        open={sheet === 'talk'}
        helpRequestId={helpRequestId}
        messages={request.messages}
        may={may.includes('say')}
        onClose={() => setSheet(undefined)}
        onChanged={again}
      />
      <SwapSheet
        open={sheet === 'swap'}
        people={comingPeople.filter((one) => one.status === 'assigned')}
        busy={busy === 'swap'}
        onClose={() => setSheet(undefined)}
        onSwap={(assignmentId, never) => {
          setSheet(undefined)
          void run('swap', () => client.volunteer.swapPerson({ helpRequestId, assignmentId, never }), words.swapped)
        }}
      />
    </Shell>
  )
}
