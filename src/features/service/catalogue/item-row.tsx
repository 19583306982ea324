import { Text, View } from '@tarojs/components'
import { Row } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { makePhoneCall } from '../../../platform/help-phone'
import { go } from '../../../platform/routes'
import type { ItemRow } from '../shapes'
import { wording } from '../wording'
import { shownLifeEvents } from './life-events'
import './style.scss'
import { itemNote } from './wording'

/** Pieces of a line; a line breaks between them only. */
const Note = ({ item }: { item: ItemRow }) =>
  itemNote(item).map((piece, at, all) => (
    <Text key={piece} className="nowrap">
      {at < all.length - 1 ? `${piece} · ` : piece}
    </Text>
  ))

/** One item of the catalogue. What cannot be applied for here yet has somebody to call. */
export function ItemRowView({ item }: { item: ItemRow }) {
  const { phone } = item
  if (!item.canApply && phone !== null) {
    return (
      <Row
        tile="phone"
        title={item.name}
        note={<Note item={item} />}
        label={`${wording.call}：${item.name}`}
        tail={<Icon name="phone" size={20} />}
        onTap={() => makePhoneCall(phone)}
      />
    )
  }
  const event = shownLifeEvents.find((shown) => item.lifeEvents.includes(shown))
  const open = () => go('serviceItem', { code: item.code })
  if (!event) return <Row tile="file" title={item.name} note={<Note item={item} />} onTap={open} />
  const picture = (
    <View className="row__tile" aria-hidden>
      <View className={`life__picture life__picture--${event}`} />
    </View>
  )
  return <Row lead={picture} title={item.name} note={<Note item={item} />} onTap={open} />
}
