import { spawnSync } from 'node:child_process'
import path from 'node:path'

export interface ReadPdf {
  title: string
  language: string
  pages: {
    size: [number, number]
    items: { text: string; x: number; y: number; width: number }[]
    roles: string[]
    /** What the QR code on the page says. */
    qr: string | null
  }[]
}

/** A PDF as a person and a phone read it. */
export function readPdf(pdf: Uint8Array): ReadPdf {
  const reader = path.join(__dirname, 'pdf-reader.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [reader], { input: pdf, maxBuffer: 64 << 20 })
  if (status !== 0) throw new Error(stderr.toString())
  return JSON.parse(stdout.toString())
}

/** The words between a page's margins, from top to bottom without the gaps between words, lines and pages: footers left out. */
export function wordsOf({ pages }: ReadPdf): string {
  return withoutGaps(pages.flatMap(({ items }) => items.filter(({ y }) => y > 70).map(({ text }) => text)).join(''))
}

/** The footer of each page. */
export function footersOf({ pages }: ReadPdf): string[] {
  return pages.map(({ items }) => withoutGaps(items.flatMap(({ text, y }) => (y > 70 ? [] : [text])).join('')))
}

export function withoutGaps(text: string): string {
  return text.replace(/\s/g, '')
}
