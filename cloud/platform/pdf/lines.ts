/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak'

/** Breaks text into lines by Unicode's rules (UAX 14: no 。 at the head of a line, no （ at its end, numbers whole). Pure. */

export interface Line {
  text: string
  /** The last one of a paragraph is never stretched to the edge. */
  last: boolean
  /** Distance from the left edge. */
  indent: number
}

/**
 * @param measure the width of a text, in the unit of `width`
 * @param indents of the first line and of the others
 */
export function breakLines(
  text: string,
  width: number,
  measure: (text: string) => number,
  indents: { first: number; others: number } = { first: 0, others: 0 },
): Line[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: Line[] = []
    let line = ''
    let used = 0
    const indent = () => (lines.length === 0 ? indents.first : indents.others)
    const room = () => width - indent() - used
    const flush = (last: boolean) => {
      lines.push({ text: line.trimEnd(), last, indent: indent() })
      line = ''
      used = 0
    }
    const put = (part: string) => {
      if (line && measure(part.trimEnd()) > room()) flush(false)
      line += part
      used += measure(part)
    }
    for (const piece of pieces(paragraph)) {
      const longerThanALine = measure(piece.trimEnd()) > width - Math.max(indents.first, indents.others)
      // An address of the web, a row of dashes: broken anywhere.
      for (const part of longerThanALine ? piece : [piece]) put(part)
    }
    flush(true)
    return lines
  })
}

function* pieces(paragraph: string): Generator<string> {
  const breaker = new LineBreaker(paragraph)
  let from = 0
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    yield paragraph.slice(from, found.position)
    from = found.position
  }
}
