import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card, Quiet, Row } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { go } from '../../../platform/routes'
import type { ApplicationDetail } from '../shapes'
import { caseWording as words } from './wording'

interface NeedsProps {
  application: ApplicationDetail
}

/** What the person has to do now, or may: at most a card each, in the order of urgency. */
export function Needs({ application: a }: NeedsProps) {
  const may = (action: ApplicationDetail['allowedActions'][number]) => a.allowedActions.includes(action)
  return (
    <>
      {a.apology && (
        <Card>
          <View className="t-strong">{words.apology}</View>
          <View>{a.apology}</View>
        </Card>
      )}
      {may('correct') && <Correction application={a} />}
      {may('supply') && a.deferUntil && (
        <Card>
          <View className="t-strong">{words.supply.title}</View>
          <View className="t-note">{words.supply.until(a.deferUntil)}</View>
          <View className="case__names">
            {a.documents
              .filter((doc) => doc.later && doc.files.length === 0)
              .map((doc) => doc.name)
              .join('、')}
          </View>
          <Button look="secondary" icon="camera" onTap={() => go('correct', { applicationId: a.applicationId })}>
            {words.supply.go}
          </Button>
        </Card>
      )}
      <Visit application={a} />
    </>
  )
}

/** 一次性告知: every deficiency at once, with how to mend it. */
function Correction({ application: a }: NeedsProps) {
  const notice = a.notices.at(-1)
  if (!notice) return null
  return (
    <Card>
      <Heading level={2} className="t-head">
        {words.correction.title(notice.lines.length)}
      </Heading>
      <View className="t-note">{words.correction.note(notice.by, notice.at)}</View>
      <View className="stack case__lines">
        {notice.lines.map((line, index) => (
          <Quiet key={line.key}>
            <View className="t-strong">
              {index + 1}. {line.name || words.correction.form}
            </View>
            <View>{line.what}</View>
            <View className="t-note">{line.how}</View>
          </Quiet>
        ))}
      </View>
    </Card>
  )
}

/** The one visit: to be booked, booked, or behind. */
function Visit({ application: a }: NeedsProps) {
  const { appointment, applicationId } = a
  const open = () => go('visit', { applicationId })
  if (appointment?.status === 'booked') {
    return (
      <Card flush>
        <Row
          tile="qr"
          title={words.visit.booked(appointment.startsAt)}
          note={`${appointment.windowName} · ${words.visit.ticket}`}
          onTap={open}
        />
      </Card>
    )
  }
  if (a.allowedActions.includes('book')) {
    return (
      <Card flush>
        <Row
          tile="walk"
          title={appointment?.status === 'missed' ? words.visit.missed : words.visit.title}
          note={words.visit.note}
          onTap={open}
        />
      </Card>
    )
  }
  if (appointment?.status === 'checkedIn') {
    return (
      <Card flush>
        <Row tile="check" title={words.visit.done} />
      </Card>
    )
  }
  return null
}
