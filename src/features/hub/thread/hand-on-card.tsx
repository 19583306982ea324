import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContactDetail } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Light } from '../../../components/light'
import { leadOn } from '../../../platform/hand-on'
import { go } from '../../../platform/routes'
import type { HandOn } from './lines'
import { PickTarget } from './pick-target'
import './style.scss'
import { targetLight, threadWording as words } from './wording'

interface HandOnCardProps {
  contact: ContactDetail
  handOn: HandOn
  busy: boolean
  onFollow: (targetId: number) => void
}

/** What the contact was handed on to: the way there, and once the resident has gone it, what became of it. */
export function HandOnCard({ contact, handOn, busy, onFollow }: HandOnCardProps) {
  const { handOnId, to, itemCode, targetId, targetStatus } = handOn
  const said = words.handOn[to]
  const [picking, setPicking] = useState(false)
  const mayFollow = targetId === null && contact.allowedActions.includes('follow')
  const lead = () => {
    const mine = contact.messages.find(({ from }) => from === 'resident')
    leadOn({
      contactId: contact.contactId,
      handOnId,
      to,
      itemCode,
      title: words.outboxFollow(said.title),
      words: mine?.words ?? '',
    })
    if (to === 'helpRequest') go('askHelp')
    else if (to === 'application') go('serviceItem', { code: itemCode ?? '' })
    else go('activities')
  }
  const look = (id: number) => {
    if (to === 'helpRequest') go('helpRequest', { helpRequestId: id })
    else if (to === 'application') go('application', { applicationId: id })
    else go('activity', { activityId: id })
  }
  return (
    <>
      <Card>
        <View className="hand-on">
          <View className="hand-on__head">
            <View className="t-head">{said.title}</View>
            {targetId !== null && targetStatus !== null && <Light {...targetLight(to, targetStatus)} />}
            {mayFollow && <Light kind="soon" words={words.toFollowLight} />}
          </View>
          {targetId !== null && (
            <Button look="secondary" block onTap={() => look(targetId)}>
              {said.look}
            </Button>
          )}
          {mayFollow && (
            <>
              <Button block onTap={lead}>
                {said.go}
              </Button>
              <Button look="quiet" block disabled={busy} onTap={() => setPicking(true)}>
                {said.done}
              </Button>
            </>
          )}
        </View>
      </Card>
      {/* Beside the card, not in it: a card cuts off what is larger. */}
      <PickTarget
        open={picking}
        to={to}
        itemCode={itemCode}
        onClose={() => setPicking(false)}
        onPick={(id) => {
          setPicking(false)
          onFollow(id)
        }}
      />
    </>
  )
}
