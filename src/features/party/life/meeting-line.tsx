import { View } from '@tarojs/components'
import { Row } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Light } from '../../../components/light'
import { dayOfMonth, monthOf, timeSpan } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import type { MeetingRow } from '../shapes'
import { meetingNames } from '../wording'
import { meetingLight } from './wording'

/** A meeting in the calendar: its day, what it is, and where I stand with it. */
export function MeetingLine({ meeting, now }: { meeting: MeetingRow; now: Date }) {
  const { meetingId, kind, title, place, startsAt, endsAt } = meeting
  return (
    <Row
      lead={
        <View className="party__date">
          <View className="t-head">{dayOfMonth(startsAt)}</View>
          <View className="t-note">{monthOf(startsAt)}</View>
        </View>
      }
      title={title}
      note={
        <>
          <View>
            <Dated words={[meetingNames[kind], timeSpan(startsAt, endsAt).replace(/^.*?\)/, ''), place].join(' · ')} />
          </View>
          <Light {...meetingLight(meeting, now)} />
        </>
      }
      onTap={() => go('partyMeeting', { meetingId })}
    />
  )
}
