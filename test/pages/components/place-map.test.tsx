import { fireEvent, render, screen } from '@testing-library/react'
import { PlaceMap } from '../../../src/components/place-map'
import { namePlaces } from '../../../src/components/place-map/names'
import { metresBetween, toPoint, viewOf } from '../../../src/components/place-map/projection'
import { clusters, spread } from '../../../src/components/place-map/spread'
import type { Mark } from '../../../src/components/place-map/types'

const words = { closer: '放大', farther: '缩小', all: '全部', several: (n: number) => `${n} 件` }
const mark = (n: number, lat: number, lng: number): Mark => ({
  key: `m${n}`,
  label: `第 ${n} 件`,
  lat,
  lng,
  shape: 'circle',
  words: String(n),
})

test('every place of a county lies on the paper, north above south and east right of west', () => {
  const places = [
    { lat: 30.47, lng: 120.63 },
    { lat: 30.56, lng: 120.73 },
    { lat: 30.51, lng: 120.68 },
  ]
  const view = viewOf(places, 600, 800)
  const [southWest, northEast, middle] = places.map((place) => toPoint(view, place))
  for (const { x, y } of [southWest, northEast, middle] as { x: number; y: number }[]) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(600)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(800)
  }
  expect(southWest?.x).toBeLessThan(northEast?.x as number)
  expect(southWest?.y).toBeGreaterThan(northEast?.y as number)
})

test('what stands at one place is spread within what places are rounded to, the same way each time', () => {
  const together = [1, 2, 3, 4].map((n) => mark(n, 30.512, 120.512))
  const placed = spread(together)
  expect(placed).toEqual(spread(together))
  expect(new Set(placed.map(({ lat, lng }) => `${lat},${lng}`)).size).toBe(4)
  for (const place of placed) expect(metresBetween(place, { lat: 30.512, lng: 120.512 })).toBeLessThanOrEqual(50)
  const [alone] = spread([mark(9, 30.5, 120.5)])
  expect(alone).toMatchObject({ lat: 30.5, lng: 120.5 })
})

test('three hundred circles never lie on one another; none is lost and the chosen one stands alone', () => {
  const points = Array.from({ length: 300 }, (_, n) => ({ n, x: (n * 37) % 600, y: (n * 53) % 700 }))
  const found = clusters(points, 30, ({ n }) => n === 7)
  expect(found.flatMap(({ members }) => members)).toHaveLength(300)
  expect(found.find(({ members }) => members.some(({ n }) => n === 7))?.members).toHaveLength(1)
  const others = found.filter(({ members }) => members[0]?.n !== 7)
  for (const [i, a] of others.entries())
    for (const b of others.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(30)
})

test('circles that stand too close say how many they are and come apart when tapped; one is chosen by a tap', () => {
  const onChoose = jest.fn()
  const marks = [mark(1, 30.5, 120.5), mark(2, 30.5004, 120.5), mark(3, 30.52, 120.5)]
  render(
    <PlaceMap
      label="地图"
      regions={[]}
      marks={marks}
      links={[]}
      chosen={undefined}
      words={words}
      onChoose={onChoose}
    />,
  )
  expect(screen.queryByRole('button', { name: '第 1 件' })).not.toBeInTheDocument()
  for (let n = 0; n < 6 && !screen.queryByRole('button', { name: '第 1 件' }); n++)
    fireEvent.click(screen.getByRole('button', { name: '2 件' }))
  fireEvent.click(screen.getByRole('button', { name: '第 1 件' }))
  expect(onChoose).toHaveBeenCalledWith('m1')
  fireEvent.click(screen.getByRole('button', { name: '全部' }))
  expect(screen.getByRole('button', { name: '2 件' })).toBeInTheDocument()
})

const around = { clear: 24, size: 14, paper: { left: 0, right: 400, top: 64, bottom: 400 } }

test('names of areas keep clear of circles and of one another wherever there is room', () => {
  const regions = [
    { key: 'a', name: '柳桥社区', x: 200, y: 200 },
    { key: 'b', name: '荷塘社区', x: 230, y: 205 },
  ]
  const circles = [
    { x: 200, y: 165 },
    { x: 230, y: 240 },
  ]
  const places = namePlaces(regions, { ...around, circles })
  expect([...places.keys()]).toEqual(['a', 'b'])
  const [a, b] = [...places.values()] as [{ x: number; y: number }, { x: number; y: number }]
  expect(Math.abs(a.x - b.x) >= 56 || Math.abs(a.y - b.y) >= 21).toBe(true)
  for (const { x, y } of [a, b])
    for (const circle of circles)
      expect(Math.abs(circle.x - x) >= 28 + 24 || Math.abs(circle.y - y) >= 10.5 + 16).toBe(true)
})

test('where circles leave no room a name lies under them; where names leave none it is left out', () => {
  const everywhere = Array.from({ length: 400 }, (_, n) => ({ x: (n % 20) * 20, y: Math.floor(n / 20) * 20 }))
  const one = { key: 'a', name: '柳桥社区', x: 200, y: 200 }
  expect(namePlaces([one], { ...around, circles: everywhere }).size).toBe(1)
  const crowd = Array.from({ length: 40 }, (_, n) => ({ ...one, key: `k${n}` }))
  const shown = [...namePlaces(crowd, { ...around, circles: [] }).values()]
  expect(shown.length).toBeLessThan(40)
  for (const [n, p] of shown.entries())
    for (const q of shown.slice(n + 1)) expect(Math.abs(p.x - q.x) >= 56 || Math.abs(p.y - q.y) >= 21).toBe(true)
})

test('a name stands where it can be read: neither under the tools nor over the edge', () => {
  const corners = [
    { key: 'top', name: '柳桥社区', x: 200, y: 80 },
    { key: 'right', name: '荷塘社区', x: 390, y: 200 },
  ]
  const places = namePlaces(corners, { ...around, circles: [] })
  expect(places.get('top')?.y).toBeGreaterThan(80)
  expect(places.get('right')?.x).toBe(390 - 28)
})
