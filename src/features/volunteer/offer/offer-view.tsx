import { View } from '@tarojs/components'
import { useState } from 'react'
import { declineReasons as allReasons, type declineReasons, type OfferCard } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { Sheet } from '../../../components/sheet'
import { Shell } from '../../../components/shell'
import { roleOf } from '../../../components/spoken'
import { TimeSpan } from '../../../components/time-span'
import { client } from '../../../platform/client'
import { go, replaceWith } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { timeToAnswer } from '../clock'
import { sayReasons } from '../reasons'
import { ReasonsList } from '../reasons-list'
import { useNames } from '../use-names'
import { kindDeeds, kindIcons } from '../wording'
import { declineNames, offerRefusal, offerWording as words } from './wording'

type Reason = (typeof declineReasons)[number]

/** One offer: what, where about, when, why me, and the answer. Whose door it is is told to whoever goes. */
export function OfferView({ offer, again }: { offer: OfferCard; again: () => Promise<void> }) {
  const names = useNames()
  const [sending, setSending] = useState<'yes' | 'no'>()
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState<Reason>()
  const [gone, setGone] = useState('')
  const { offerId, status, kind, people, minutes } = offer
  const waits = status === 'sent' && gone === ''
  const now = new Date()

  const answer = async (accept: boolean) => {
    setSending(accept ? 'yes' : 'no')
    try {
      const answered = await client.volunteer.answerOffer({ offerId, accept, ...(reason && !accept ? { reason } : {}) })
      setDeclining(false)
      if (!answered.ok) {
        setGone(offerRefusal(answered.refusal))
        return void again()
      }
      say(accept ? words.accepted : words.declined)
      const { assignmentId } = answered.value
      if (assignmentId !== null) replaceWith('helpTask', { assignmentId })
      else await again()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setSending(undefined)
    }
  }
  const said = offer.why
    ? [{ key: 'staff', strong: words.staffSay, rest: `：${offer.why}` }]
    : sayReasons(offer.reasons, names, 'volunteer')
  return (
    <Shell
      title={words.title}
      bar={
        waits ? (
          <>
            <Button look="secondary" disabled={sending !== undefined} onTap={() => setDeclining(true)}>
              {words.no}
            </Button>
            <Button block loading={sending === 'yes'} disabled={sending !== undefined} onTap={() => void answer(true)}>
              {words.yes}
            </Button>
          </>
        ) : (
          <Button block look="secondary" onTap={() => replaceWith(status === 'accepted' ? 'helpTasks' : 'helpOffers')}>
            {status === 'accepted' ? words.toTask : words.toOffers}
          </Button>
        )
      }
    >
      <View className="stack">
        <View>
          {waits && <Light kind="soon" words={timeToAnswer(offer.answerBy, now)} pill />}
          <Heading level={2} className="t-title">
            <View {...roleOf('status')}>
              {waits ? kindDeeds[kind](words.neighbour) : gone || words.ended[status === 'sent' ? 'withdrawn' : status]}
            </View>
          </Heading>
          {!waits && <View>{kindDeeds[kind](words.neighbour)}</View>}
        </View>
        <Card flush>
          <Row icon="clock" title={<TimeSpan {...offer.span} />} note={words.minutes(minutes)} />
          <Row
            icon="pin"
            title={offer.walkMinutes === null ? offer.areaName : words.walk(offer.walkMinutes)}
            note={words.place(offer.areaName)}
          />
          {people > 1 && <Row icon={kindIcons[kind]} title={words.people(people)} />}
        </Card>
        {said.length > 0 && (
          <Card>
            <Heading level={2} className="t-head">
              {words.why}
            </Heading>
            <ReasonsList said={said} />
          </Card>
        )}
        <Card flush>
          <Row icon="info" title={words.whyMe} onTap={() => go('helpWhy')} />
        </Card>
        {waits && <View className="t-note t-center">{words.listNote}</View>}
      </View>
      <Sheet open={declining} title={words.noTitle} onClose={() => setDeclining(false)}>
        <View className="stack">
          <View>{words.noNote}</View>
          <Choice<Reason>
            label={words.noReason}
            options={allReasons.map((value) => ({ value, words: declineNames[value] }))}
            value={reason}
            onChange={(next) => setReason(next === reason ? undefined : next)}
          />
          <Button block loading={sending === 'no'} onTap={() => void answer(false)}>
            {words.noSend}
          </Button>
        </View>
      </Sheet>
    </Shell>
  )
}
