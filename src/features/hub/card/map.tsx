import { View } from '@tarojs/components'
import { Icon } from '../../../components/icon'
import type { Place } from '../../../components/place-map/projection'
import { roleOf } from '../../../components/spoken'
import { drawn } from './drawing'
import './map.scss'
import { cardWording as words } from './wording'

interface HubMapProps {
  hub: Place & { place: string }
  /** Where my household is, to about a hundred metres. */
  home: Place | undefined
  /** What the way is, in words. */
  walk: string
}

/** The way from my door to the hub, drawn to scale from two coordinates: rings of five walking minutes, no streets that nobody knows of. */
export function HubMap({ hub, home, walk }: HubMapProps) {
  const { at, from, rings, length, turn } = drawn(hub, home)
  return (
    <View className="hub-map" {...roleOf('img')} aria-label={words.mapSaid(hub.place, walk)}>
      {rings.map((radius, n) => (
        <View
          key={radius}
          className={`hub-map__ring ${n % 2 ? 'hub-map__ring--dark' : ''}`}
          style={{ ...fromMiddle(from ?? at, radius), width: `${radius * 2}px`, height: `${radius * 2}px` }}
        />
      ))}
      {from && (
        <View
          className="hub-map__way"
          style={{ ...fromMiddle(from), width: `${length}px`, transform: `rotate(${turn}rad)` }}
        />
      )}
      {from && <View className="hub-map__home" style={fromMiddle(from)} />}
      <View className="hub-map__pin" style={fromMiddle(at)}>
        <View className="hub-map__drop" />
        <View className="hub-map__house">
          <Icon name="home" size={20} />
        </View>
      </View>
    </View>
  )
}

/** However wide the paper is, its middle is the middle of what is drawn. */
const fromMiddle = ({ x, y }: { x: number; y: number }, radius = 0) => ({
  left: `calc(50% + ${Math.round(x - radius)}px)`,
  top: `calc(50% + ${Math.round(y - radius)}px)`,
})
