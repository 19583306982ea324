import { View } from '@tarojs/components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '../icon'
import { type Place, toPoint } from '../place-map/projection'
import { Regions } from '../place-map/regions'
import type { Region } from '../place-map/types'
import { useView } from '../place-map/use-view'
import '../place-map/style.scss'
import { Tap } from '../tap'
import './style.scss'

interface PlacePickProps {
  label: string
  /** Where the paper opens; another one opens another paper (give it a `key`). */
  start: Place
  regions: readonly Region[]
  /** What stands around, to find one's way. */
  around: readonly (Place & { key: string; words: string })[]
  words: { closer: string; farther: string; hint: string }
  onChange: (place: Place) => void
}

/** Digits behind the point that are about ten metres. */
const digits = 4
const keyPixels = 24
const rounded = (n: number) => Number(n.toFixed(digits))

/** A place on our own map: the paper is moved under a pin, by finger, mouse or arrow keys. */
export function PlacePick({ label, start, regions, around, words, onChange }: PlacePickProps) {
  const [opened] = useState(start)
  const places = useMemo(() => [opened], [opened])
  const { box, view, touch, zoom, move } = useView(places, undefined)
  const { lat, lng } = view.centre
  const [atLat, atLng] = [rounded(lat), rounded(lng)]
  const latest = useRef(onChange)
  latest.current = onChange
  const told = useRef({ lat: rounded(opened.lat), lng: rounded(opened.lng) })
  useEffect(() => {
    if (told.current.lat === atLat && told.current.lng === atLng) return
    told.current = { lat: atLat, lng: atLng }
    latest.current({ lat: atLat, lng: atLng })
  }, [atLat, atLng])
  const keys =
    process.env.TARO_ENV === 'h5'
      ? {
          tabIndex: 0,
          onKeyDown: (event: { key?: string; preventDefault(): void }) => {
            const by = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key ?? '']
            if (!by) return
            event.preventDefault()
            move((by[0] ?? 0) * keyPixels, (by[1] ?? 0) * keyPixels)
          },
        }
      : {}
  return (
    <View className="place-pick">
      <View ref={box} className="place-map place-pick__paper" role="group" aria-label={label} {...touch} {...keys}>
        <Regions view={view} regions={regions} />
        {around.map((one) => {
          const { x, y } = toPoint(view, one)
          return (
            <View
              key={one.key}
              aria-hidden
              className="place-map__square place-map__square--pale"
              style={{ left: `${x}px`, top: `${y}px` }}
            >
              <View className="place-map__name">{one.words}</View>
            </View>
          )
        })}
        <View className="place-pick__pin" aria-hidden>
          <Icon name="pin" size={32} />
        </View>
        <View className="place-map__tools">
          <Tap className="place-map__tool" label={words.closer} onTap={() => zoom(1.6)}>
            ＋
          </Tap>
          <Tap className="place-map__tool" label={words.farther} onTap={() => zoom(1 / 1.6)}>
            －
          </Tap>
        </View>
      </View>
      <View className="t-hint">{words.hint}</View>
    </View>
  )
}
