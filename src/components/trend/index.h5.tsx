import { useEffect, useRef } from 'react'
import 'uplot/dist/uPlot.min.css'
import './style.scss'
import { monthOf, percent, type TrendProps } from './types'

/** A rate by month as a line, from uPlot, which is fetched when the first one is shown. */
export function Trend({ label, points }: TrendProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    let chart: { destroy(): void } | undefined
    let gone = false
    void import('uplot').then(({ default: Plot }) => {
      if (gone) return
      const style = getComputedStyle(element)
      const colour = (name: string) => style.getPropertyValue(name).trim()
      const size = Number.parseInt(colour('--t-tiny'), 10) || 12
      const font = `${size}px ${colour('--font')}`
      const grid = { stroke: colour('--line'), width: 1 }
      chart = new Plot(
        {
          width: element.clientWidth || 320,
          height: 100 + size * 2,
          legend: { show: false },
          cursor: { show: false },
          scales: { x: { time: false }, y: { range: [0, 1] } },
          axes: [
            {
              stroke: colour('--ink-2'),
              font,
              size: size * 2,
              grid: { show: false },
              ticks: { show: false },
              values: (_plot, at) => at.map((n) => (Number.isInteger(n) && points[n] ? monthOf(points[n].month) : '')),
            },
            {
              stroke: colour('--ink-2'),
              font,
              size: 8 + size * 3,
              grid,
              ticks: { show: false },
              splits: [0, 0.5, 1],
              values: (_plot, at) => at.map(percent),
            },
          ],
          series: [{}, { stroke: colour('--link'), width: 2, points: { show: true, size: 6 } }],
        },
        [points.map((_, n) => n), points.map((p) => p.value)],
        element,
      )
    })
    return () => {
      gone = true
      chart?.destroy()
    }
  }, [points])
  const said = points.map((p) => `${monthOf(p.month)} ${percent(p.value)}`).join('，')
  return <div ref={box} className="trend" role="img" aria-label={`${label}：${said}`} />
}
