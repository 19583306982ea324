import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { QrCode } from '../../../components/qr-code'
import { Shell } from '../../../components/shell'
import { client } from '../../../platform/client'
import { makePhoneCall } from '../../../platform/help-phone'
import { confirm, say, wordsOf } from '../../../platform/say'
import type { ApplicationDetail } from '../shapes'
import './style.scss'
import { cancelRefusal, visitWording } from './wording'

const words = visitWording.ticket

interface TicketProps {
  application: ApplicationDetail
  appointment: NonNullable<ApplicationDetail['appointment']>
  onChanged: () => void
}

/** The ticket of the one visit: when, where, what to bring, and the code for the window, as a picture and as digits. */
export function Ticket({ application, appointment, onChanged }: TicketProps) {
  const cancel = async () => {
    if (!(await confirm(words.cancelAsk, words.cancelYes))) return
    try {
      const answer = await client.application.cancelVisit({ appointmentId: appointment.appointmentId })
      say(answer.ok ? words.cancelled : cancelRefusal(answer.refusal))
      onChanged()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return (
    <Shell
      title={words.title}
      bar={
        <>
          {application.allowedActions.includes('cancelVisit') && (
            <Button look="quiet" onTap={() => void cancel()}>
              {words.cancel}
            </Button>
          )}
          <Button
            look="secondary"
            block
            icon="phone"
            label={visitWording.call(appointment.phone)}
            onTap={() => makePhoneCall(appointment.phone)}
          >
            {visitWording.ask}
          </Button>
        </>
      }
    >
      <View className="stack">
        <View>
          <View className="t-note">{application.itemName}</View>
          <Heading level={2} className="t-display">
            {words.lead(appointment.startsAt)}
          </Heading>
        </View>
        <Card>
          <View className="ticket">
            <View className="t-strong">{words.show}</View>
            <QrCode text={appointment.code} label={words.qr} />
            <View className="ticket__code">{appointment.code}</View>
          </View>
        </Card>
        <Card flush>
          <Row icon="pin" title={appointment.windowName} note={appointment.place} />
          <Row
            icon="file"
            title={visitWording.bring}
            note={appointment.bring.length === 0 ? visitWording.bringNothing : appointment.bring.join('、')}
          />
        </Card>
      </View>
    </Shell>
  )
}
