import { View } from '@tarojs/components'
import { Icon } from '../../../components/icon'
import { Light } from '../../../components/light'
import { Tap } from '../../../components/tap'
import { dayKey } from '../../../platform/dates'
import type { QueueRow } from '../shapes'
import { clockWords, nextNames, wording } from '../wording'
import { queueWording as words } from './wording'

interface QueueRowProps {
  row: QueueRow
  current: boolean
  /** Present while several are being selected. */
  selected?: boolean
  onOpen: () => void
}

/** One case of the queue: its light, what is next, the item and who asked. */
export function QueueRowView({ row, current, selected, onOpen }: QueueRowProps) {
  const now = new Date()
  const { clock, itemName, applicantName, submittedAt, helperKind, escalation, next } = row
  const selecting = selected !== undefined
  const since = submittedAt ? words.received(submittedAt, dayKey(submittedAt) === dayKey(now)) : ''
  return (
    <Tap
      className={`queue-row ${current ? 'queue-row--on' : ''}`}
      {...(selecting
        ? { role: 'checkbox' as const, chosen: selected, label: words.selectOne(`${itemName} ${applicantName}`) }
        : { role: 'link' as const, chosen: current })}
      onTap={onOpen}
    >
      {selecting && (
        <View className={`queue-row__box ${selected ? 'queue-row__box--on' : ''}`}>
          {selected && <Icon name="check" size={16} />}
        </View>
      )}
      <View className="grow">
        <View className="between">
          <Light kind={clock.light} words={clockWords(clock, row.status, now)} />
          <View className="t-note">{wording.escalated[escalation] || nextNames[next]}</View>
        </View>
        <View className="queue-row__item">{itemName}</View>
        <View className="t-note">
          {[applicantName, helperKind ? wording.helper[helperKind] : since].filter(Boolean).join(' · ')}
        </View>
      </View>
    </Tap>
  )
}
