import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { useElderMode } from '../../platform/elder-mode'
import { Tap } from '../tap'
import type { Point } from './projection'
import { toPoint } from './projection'
import { Regions } from './regions'
import { apart, clusters, spread } from './spread'
import './style.scss'
import type { Mark, PlaceMapProps } from './types'
import { tools, useView } from './use-view'

/** A calm map of our own: areas, what stands where, and what belongs together. No pictures come from anywhere. */
export function PlaceMap({ label, regions, marks, links, chosen, words, onChoose }: PlaceMapProps) {
  const elder = useElderMode()
  const placed = useMemo(() => spread(marks), [marks])
  const chosenMark = useMemo(() => placed.find(({ key }) => key === chosen), [placed, chosen])
  const whole = useMemo(() => {
    const shown = placed.filter(({ look }) => look !== 'pale')
    return shown.length > 0 ? shown : [...placed, ...regions]
  }, [placed, regions])
  const { box, view, touch, zoom, seeAll } = useView(whole, chosenMark, elder ? tools.elder : tools.normal)
  const points = placed.map((mark) => ({ mark, ...toPoint(view, mark) }))
  const circles = clusters(
    points.filter(({ mark }) => mark.shape === 'circle'),
    elder ? apart.elder : apart.normal,
    ({ mark }) => mark.key === chosen,
  )
  const squares = points.filter(({ mark }) => mark.shape === 'square')
  const at = new Map<string, Point>([
    ...squares.map((p) => [p.mark.key, p] as const),
    ...circles.flatMap((c) => c.members.map(({ mark }) => [mark.key, c] as const)),
  ])
  const small = squares.length > 60 ? 'place-map__square--small' : ''
  return (
    <View ref={box} className="place-map" aria-label={label} {...touch}>
      <Regions view={view} regions={regions} circles={circles} />
      {links.map(({ from, to, dotted }) => {
        const [a, b] = [at.get(from), at.get(to)]
        if (!a || !b) return null
        const on = from === chosen || to === chosen
        return (
          <View
            key={`${from}-${to}`}
            aria-hidden
            className={`place-map__link ${dotted ? 'place-map__link--dotted' : ''} ${on ? 'place-map__link--on' : ''}`}
            style={{
              left: `${a.x}px`,
              top: `${a.y}px`,
              width: `${Math.hypot(b.x - a.x, b.y - a.y)}px`,
              transform: `rotate(${Math.atan2(b.y - a.y, b.x - a.x)}rad)`,
            }}
          />
        )
      })}
      {squares.map(({ mark, x, y }) => (
        <View
          key={mark.key}
          aria-hidden
          className={`place-map__square ${mark.look === 'pale' ? `place-map__square--pale ${small}` : ''}`}
          style={{ left: `${x}px`, top: `${y}px` }}
        >
          {mark.words ? <View className="place-map__name">{mark.words}</View> : null}
        </View>
      ))}
      {circles.map(({ x, y, members }) => {
        const [first] = members
        if (!first) return null
        return members.length === 1 ? (
          <Circle
            key={first.mark.key}
            mark={first.mark}
            x={x}
            y={y}
            chosen={first.mark.key === chosen}
            onChoose={onChoose}
          />
        ) : (
          <Tap
            key={first.mark.key}
            className={`place-map__circle place-map__circle--several ${members.some((m) => m.mark.look === 'lacking') ? 'place-map__circle--lacking' : ''}`}
            label={words.several(members.length)}
            at={{ x, y }}
            onTap={() => zoom(2, { x, y })}
          >
            {words.several(members.length)}
          </Tap>
        )
      })}
      <View className="place-map__tools">
        <Tap className="place-map__tool" label={words.closer} onTap={() => zoom(1.6)}>
          ＋
        </Tap>
        <Tap className="place-map__tool" label={words.farther} onTap={() => zoom(1 / 1.6)}>
          －
        </Tap>
        <Tap className="place-map__tool place-map__tool--words" onTap={seeAll}>
          {words.all}
        </Tap>
      </View>
    </View>
  )
}

interface CircleProps extends Point {
  mark: Mark
  chosen: boolean
  onChoose: (key: string) => void
}

function Circle({ mark, x, y, chosen, onChoose }: CircleProps) {
  const look = [chosen ? 'place-map__circle--on' : '', mark.look === 'lacking' ? 'place-map__circle--lacking' : '']
  return (
    <Tap
      className={`place-map__circle ${look.join(' ')}`}
      label={mark.label}
      at={{ x, y }}
      onTap={() => onChoose(mark.key)}
    >
      {mark.words}
      {mark.look === 'lacking' && <View className="place-map__plus" aria-hidden />}
    </Tap>
  )
}
