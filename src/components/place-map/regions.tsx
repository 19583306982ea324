import { View } from '@tarojs/components'
import { useElderMode } from '../../platform/elder-mode'
import { namePlaces } from './names'
import { type Point, type View as Sight, toPoint } from './projection'
import { apart, ringMetres } from './spread'
import type { Region } from './types'
import { tools } from './use-view'

interface RegionsProps {
  view: Sight
  regions: readonly Region[]
  /** What names keep clear of, pixels. */
  circles?: readonly Point[]
}

/** Of a character, pixels. */
const size = { normal: 14, elder: 22 }

/** The rings of the areas, and their names where there is room for them. */
export function Regions({ view, regions, circles = [] }: RegionsProps) {
  const mode = useElderMode() ? 'elder' : 'normal'
  const drawn = regions.map((region) => ({
    region,
    ...toPoint(view, region),
    radius: ringMetres(region, regions) / view.metresPerPixel,
  }))
  const names = namePlaces(
    drawn.map(({ region: { key, name }, x, y }) => ({ key, name, x, y })),
    {
      circles,
      clear: apart[mode] / 2,
      size: size[mode],
      paper: { left: 0, right: view.width, top: tools[mode], bottom: view.height },
    },
  )
  return (
    <View className="place-map__regions" aria-hidden>
      {drawn.map(({ region, x, y, radius }) => (
        <View
          key={region.key}
          className="place-map__ring"
          style={{
            left: `${x - radius}px`,
            top: `${y - radius}px`,
            width: `${radius * 2}px`,
            height: `${radius * 2}px`,
          }}
        />
      ))}
      {drawn.map(({ region }) => {
        const at = names.get(region.key)
        return (
          at && (
            <View key={region.key} className="place-map__region" style={{ left: `${at.x}px`, top: `${at.y}px` }}>
              {region.name}
            </View>
          )
        )
      })}
    </View>
  )
}
