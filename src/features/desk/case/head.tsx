import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Dated } from '../../../components/dated'
import { Heading } from '../../../components/heading'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { HandOverSheet } from '../handover/sheet'
import type { Case } from '../shapes'
import { statusNames, wording } from '../wording'
import { Phone } from './phone'
import type { CaseDesk } from './use-case'
import { alertWords, caseWording as words } from './wording'

interface HeadProps {
  c: Case
  desk: CaseDesk
  onMoved: () => void
}

/** Whose case it is, by when what has to happen, and who was faster. */
export function Head({ c, desk, onMoved }: HeadProps) {
  const [handing, setHanding] = useState(false)
  const alert = alertWords(c, new Date())
  const may = (action: (typeof c.allowedActions)[number]) => c.allowedActions.includes(action)
  const visit = c.appointment
  const cancelVisit = async () => {
    if (!visit || !(await confirm(words.cancelVisitSure, words.cancelVisit, words.keep))) return
    await desk.step(() => client.application.cancelVisit({ appointmentId: visit.appointmentId }), words.visitCancelled)
  }
  return (
    <View className="case-head">
      <View className="case-head__top">
        <View className="grow">
          <Heading level={2} className="t-title">
            {`${c.itemName} · ${c.applicantName}`}
          </Heading>
          <View className="t-note">
            {[
              c.number ? words.number(c.number) : '',
              wording.visits(c.visits),
              statusNames[c.status],
              c.ownerName ? words.owner(c.ownerName) : words.noOwner,
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
          <Phone c={c} />
        </View>
        <View className="line case-head__tools">
          {may('handOver') && (
            <Button look="secondary" size="small" onTap={() => setHanding(true)}>
              {words.handOver}
            </Button>
          )}
          {may('claim') && (
            <Button
              look="secondary"
              size="small"
              loading={desk.busy}
              onTap={() => desk.step((seen) => client.application.claim(seen), words.claimed)}
            >
              {words.claim}
            </Button>
          )}
        </View>
      </View>
      {desk.changed && (
        <View className="case-alert case-alert--late" role="alert">
          <View className="grow">
            <Text className="t-strong">{wording.changed(desk.changed.by, desk.changed.at, desk.changed.status)}</Text>
            <Text>{`。${wording.changedSafe}`}</Text>
          </View>
          <Button look="secondary" size="small" onTap={desk.seeNewest}>
            {wording.seeNewest}
          </Button>
        </View>
      )}
      <View className={`case-alert case-alert--${c.clock.light}`}>
        <View className={`light__shape light__shape--${c.clock.light}`} aria-hidden />
        <View className="grow">
          <Text className="t-strong">
            <Dated words={alert.strong} />
          </Text>
          <Text>{alert.rest}</Text>
        </View>
      </View>
      {visit && visit.status === 'booked' && (
        <View className="case-alert case-alert--plain">
          <View className="grow">{words.appointment(visit.startsAt, visit.place)}</View>
          {may('checkInVisit') && (
            <Button look="secondary" size="small" onTap={() => go('deskVisits')}>
              {words.checkIn}
            </Button>
          )}
          {may('cancelVisit') && (
            <Button look="quiet" size="small" onTap={cancelVisit}>
              {words.cancelVisit}
            </Button>
          )}
        </View>
      )}
      <HandOverSheet
        open={handing}
        cases={[{ applicationId: c.applicationId, version: c.version }]}
        onClose={() => setHanding(false)}
        onDone={() => {
          void desk.again()
          onMoved()
        }}
      />
    </View>
  )
}
