import type { Span } from './model'

/** Spans in order, with what touches or overlaps merged and what is empty left out. */
export function tidySpans(spans: readonly Span[]): Span[] {
  const tidy: Span[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = tidy.at(-1)
    if (to <= from) continue
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else tidy.push({ from, to })
  }
  return tidy
}
