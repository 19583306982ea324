/** What of a 2D context is needed to set text. */
export type Pen = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>

const family = '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

/** A font for `CanvasRenderingContext2D.font`; `size` in px of the picture. */
export const font = (size: number, bold = false) => `${bold ? 600 : 400} ${size}px ${family}`

// Marks that may not begin a line (避头), after JIS X 4051 and GB/T 15834.
const neverFirst = '，。、；：？！）》」』”’…—,.;:?!)'

/**
 * Breaks a text into lines of at most `width` px in the pen's font, at most `most` of them; what does not fit ends in “…”. A line never
 * begins with a closing mark, and numbers and Latin words stay whole where they fit.
 */
export function breakLines(pen: Pen, text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && pen.measureText(line + piece).width > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shorten(pen, lines.slice(most - 1).join(''), width)]
}

/** What stays together: a word or number, or one character with the closing marks after it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const character of text) {
    const last = pieces.at(-1)
    const joins =
      last !== undefined && (neverFirst.includes(character) || (isWord(last.at(-1) ?? '') && isWord(character)))
    if (joins) pieces[pieces.length - 1] = last + character
    else pieces.push(character)
  }
  return pieces
}

const isWord = (character: string) => /[0-9A-Za-z:.-]/.test(character)

/** The beginning of a text that fits, with “…” when something is left out. */
export function shorten(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text
  const characters = [...text]
  while (characters.length > 1 && pen.measureText(`${characters.join('')}…`).width > width) characters.pop()
  return `${characters.join('')}…`
}
