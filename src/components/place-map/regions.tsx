import { View } from '@tarojs/components'
import { type View as Sight, toPoint } from './projection'
import { ringMetres } from './spread'
import type { Region } from './types'

/** Lines need this much more than their characters. */
const leading = 1.5

interface Box {
  left: number
  right: number
  top: number
}

/** The rings of the areas, and their names (characters of `size` pixels) where there is room for them. */
export function Regions({ view, regions, size }: { view: Sight; regions: readonly Region[]; size: number }) {
  const lineHeight = size * leading
  const written: Box[] = []
  const drawn = regions.map((region) => {
    const { x, y } = toPoint(view, region)
    const radius = ringMetres(region, regions) / view.metresPerPixel
    const half = (region.name.length * size) / 2
    const box = { left: x - half, right: x + half, top: y - lineHeight / 2 }
    const free = written.every(
      (other) => box.right < other.left || box.left > other.right || Math.abs(box.top - other.top) > lineHeight,
    )
    if (free) written.push(box)
    return { region, x, y, radius, named: free }
  })
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
      {drawn
        .filter(({ named }) => named)
        .map(({ region, x, y }) => (
          <View key={region.key} className="place-map__region" style={{ left: `${x}px`, top: `${y}px` }}>
            {region.name}
          </View>
        ))}
    </View>
  )
}
