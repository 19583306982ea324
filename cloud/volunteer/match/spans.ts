import type { Span } from './model'

/** Tidy spans of many people: those of person i are from[start[i]] … from[end[i] - 1], and `to` likewise. Who was entered first lies first. */
export interface SpanColumns {
  start: Int32Array
  end: Int32Array
  from: Float64Array
  to: Float64Array
  count: number
}

/** Room for so many people, who have at most so many spans together. */
export const newSpanColumns = (people: number, spans: number): SpanColumns => ({
  start: new Int32Array(people),
  end: new Int32Array(people),
  from: new Float64Array(spans),
  to: new Float64Array(spans),
  count: 0,
})

/** Enters one person's spans: in order, with what touches or overlaps merged and what is empty left out. Only a list out of order is sorted. */
export function enterSpans(columns: SpanColumns, person: number, spans: readonly Span[]): void {
  const { from, to } = columns
  const first = columns.count
  let last = first - 1
  for (const span of inOrder(spans)) {
    if (span.to <= span.from) continue
    if (last >= first && span.from <= (to[last] as number)) to[last] = Math.max(to[last] as number, span.to)
    else {
      from[++last] = span.from
      to[last] = span.to
    }
  }
  columns.start[person] = first
  columns.end[person] = last + 1
  columns.count = last + 1
}

/** One list of spans, tidied as by enterSpans. */
export function tidySpans(spans: readonly Span[]): Span[] {
  const columns = newSpanColumns(1, spans.length)
  enterSpans(columns, 0, spans)
  const tidy: Span[] = []
  for (let i = 0; i < columns.count; i++) tidy.push({ from: columns.from[i] as number, to: columns.to[i] as number })
  return tidy
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  for (let i = 1; i < spans.length; i++)
    if ((spans[i] as Span).from < (spans[i - 1] as Span).from) return [...spans].sort((a, b) => a.from - b.from)
  return spans
}
