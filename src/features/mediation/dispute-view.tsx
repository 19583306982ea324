import { View } from '@tarojs/components'
import type { MediationDetail } from '../../../types/volunteer'
import { Button } from '../../components/button'
import { Card, Row } from '../../components/card'
import { Heading } from '../../components/heading'
import { Light } from '../../components/light'
import { Shell } from '../../components/shell'
import { client } from '../../platform/client'
import { makePhoneCall } from '../../platform/help-phone'
import { confirm } from '../../platform/say'
import { Alarm } from './alarm'
import { Explained } from './explained'
import { InviteCard } from './invite-card'
import { Record, RecordEditor } from './record'
import { useStep } from './use-step'
import { headOf, spansOf, mediationWording as words } from './wording'

interface DisputeProps {
  d: MediationDetail
  put: (d: MediationDetail) => void
  again: () => Promise<void>
}

/** One dispute: the same for both sides and whoever mediates. */
export function DisputeView({ d, put, again }: DisputeProps) {
  const step = useStep(put, again)
  const { helpRequestId, allowedActions: may, myPart } = d
  const newest = d.records[0]
  const sayYes = async () => {
    if (newest && (await confirm(words.confirmAsk, words.confirm)))
      void step.run(
        'confirm',
        () => client.volunteer.confirmRecord({ helpRequestId, version: newest.version }),
        words.confirmedMine,
      )
  }
  const withdraw = async () => {
    if (await confirm(words.withdrawAsk, words.withdraw))
      void step.run('withdraw', () => client.volunteer.withdrawConsent({ helpRequestId }), words.withdrawn)
  }
  const change = async (assignmentId: number) => {
    if (await confirm(words.changeAsk, words.change))
      void step.run('change', () => client.volunteer.changeMediator({ helpRequestId, assignmentId }), words.changed)
  }
  const phone = d.helpPhone
  const bar = may.includes('confirmRecord') ? (
    <Button block loading={step.busy === 'confirm'} onTap={() => void sayYes()}>
      {words.confirm}
    </Button>
  ) : undefined
  return (
    <Shell title={words.title} bar={bar}>
      <View className="stack">
        <Alarm />
        <View>
          <Heading level={2} className="t-title">
            {headOf(d)}
          </Heading>
          <View className="t-note">{[d.place, d.areaName].filter(Boolean).join(' · ')}</View>
        </View>
        {may.includes('invite') && <InviteCard d={d} step={step} />}
        <Card flush>
          {(['requester', 'other'] as const).map((side) => {
            const one = d.sides.find((s) => s.side === side)
            const light = !one ? 'soon' : one.withdrawnAt ? 'idle' : 'go'
            return (
              <Row
                key={side}
                icon="person"
                title={`${one?.name ?? words.sideNames[side]}${myPart === side ? words.me : ''}`}
                note={one ? words.sideNames[side] : words.waitingNote}
                tail={<Light kind={light} words={!one ? words.waiting : one.withdrawnAt ? words.left : words.agreed} />}
              />
            )
          })}
          <Row icon="clock" title={spansOf(d)} note={words.when} />
          {d.mediators.length === 0 && (
            <Row icon="people" title={d.asked > 0 ? words.asked(d.asked) : words.nobodyYet} note={words.mediators} />
          )}
          {d.mediators.map((one) => (
            <Row
              key={one.assignmentId}
              icon="people"
              title={one.name}
              note={[words.mediatorStates[one.status], one.teamName].filter(Boolean).join(' · ')}
              {...(one.status === 'assigned' && may.includes('changeMediator')
                ? {
                    tail: (
                      <Button look="secondary" size="small" onTap={() => void change(one.assignmentId)}>
                        {words.change}
                      </Button>
                    ),
                  }
                : {})}
            />
          ))}
        </Card>
      </View>
      <Record d={d} />
      {may.includes('writeRecord') && <RecordEditor key={newest?.version ?? 0} d={d} step={step} />}
      <Explained law={d.records.length > 0} />
      <View className="stack">
        {phone && (
          <Button look="secondary" block icon="phone" onTap={() => makePhoneCall(phone)}>
            {words.helpPhone}
          </Button>
        )}
        {may.includes('withdraw') && (
          <Button look="quiet" block loading={step.busy === 'withdraw'} onTap={() => void withdraw()}>
            {words.withdraw}
          </Button>
        )}
      </View>
    </Shell>
  )
}
