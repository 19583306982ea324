import Taro from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import { moved, type Place, toPoint, type View, viewOf } from './projection'

interface Touched {
  touches: readonly { pageX: number; pageY: number }[]
}

const mostCloser = 16
/** The tools at the top with the room around them, pixels. */
export const tools = { normal: 64, elder: 80 }
/** Until it is measured, and where nothing can be measured. */
const phoneHeight = 460

/**
 * What part of the paper is seen: all of it at first, under the `above` pixels where the tools lie; nearer, farther and aside by hand. The chosen place is
 * never out of sight.
 */
export function useView(places: readonly Place[], chosen: Place | undefined, above = 0) {
  const box = useRef<HTMLElement>(null)
  const [size, setSize] = useState(startSize)
  const [closer, setCloser] = useState(1)
  const [shift, setShift] = useState({ x: 0, y: 0 })

  useEffect(() => {
    const element = box.current
    if (process.env.TARO_ENV !== 'h5' || !element || typeof ResizeObserver === 'undefined') return
    const watcher = new ResizeObserver(() =>
      setSize({ width: element.clientWidth || startSize().width, height: element.clientHeight || phoneHeight }),
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])

  const whole = useMemo(() => {
    const under = viewOf(places, size.width, size.height - above)
    return moved({ ...under, height: size.height }, 0, above / 2)
  }, [places, size, above])
  const view = moved({ ...whole, metresPerPixel: whole.metresPerPixel / closer }, shift.x, shift.y)

  const latest = useRef(view)
  latest.current = view
  useEffect(() => {
    if (!chosen) return
    const { x, y } = toPoint(latest.current, chosen)
    const { width, height } = latest.current
    if (x > 24 && y > 24 && x < width - 24 && y < height - 24) return
    setShift((before) => ({ x: before.x + width / 2 - x, y: before.y + height / 2 - y }))
  }, [chosen])

  const zoom = (by: number, at?: { x: number; y: number }) => {
    const next = Math.min(mostCloser, Math.max(0.5, closer * by))
    const about = at ? { x: at.x - view.width / 2, y: at.y - view.height / 2 } : { x: 0, y: 0 }
    const real = next / closer
    setShift({ x: shift.x * real + about.x * (1 - real), y: shift.y * real + about.y * (1 - real) })
    setCloser(next)
  }
  const wheel = useRef(zoom)
  wheel.current = zoom
  const last = useRef<{ x: number; y: number }>()
  const drag = (x: number, y: number) => {
    const from = last.current
    last.current = { x, y }
    if (from) setShift((before) => ({ x: before.x + x - from.x, y: before.y + y - from.y }))
  }
  const pull = useRef(drag)
  pull.current = drag

  // A mouse: pull the paper, turn the wheel.
  useEffect(() => {
    const element = box.current
    if (process.env.TARO_ENV !== 'h5' || !element) return
    const move = (e: PointerEvent) => e.buttons > 0 && pull.current(e.clientX, e.clientY)
    const down = (e: PointerEvent) => {
      last.current = { x: e.clientX, y: e.clientY }
    }
    const turn = (e: WheelEvent) => {
      e.preventDefault()
      const at = element.getBoundingClientRect()
      wheel.current(e.deltaY < 0 ? 1.2 : 1 / 1.2, { x: e.clientX - at.left, y: e.clientY - at.top })
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('wheel', turn, { passive: false })
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('wheel', turn)
    }
  }, [])

  const touch =
    process.env.TARO_ENV === 'h5'
      ? {}
      : {
          catchMove: true,
          onTouchStart: () => {
            last.current = undefined
          },
          onTouchMove: (e: unknown) => {
            const [finger] = (e as Touched).touches
            if (finger) drag(finger.pageX, finger.pageY)
          },
        }
  return {
    box,
    view: view as View,
    touch,
    zoom,
    /** Pulls the paper by pixels. */
    move: (dx: number, dy: number) => setShift((before) => ({ x: before.x + dx, y: before.y + dy })),
    seeAll: () => {
      setCloser(1)
      setShift({ x: 0, y: 0 })
    },
  }
}

function startSize() {
  try {
    return { width: Math.max(280, Taro.getWindowInfo().windowWidth - 32), height: phoneHeight }
  } catch {
    return { width: 358, height: phoneHeight }
  }
}
