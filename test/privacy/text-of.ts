import { inflateRawSync } from 'node:zlib'
import { readPdf, wordsOf } from '../platform/read-pdf'

/** An answer as text, with files inside it unpacked: tables are zip archives, letters are set on pages. */
export function textOf(value: unknown): string {
  const text = JSON.stringify(value)
  const files = [...text.matchAll(/"base64":"([A-Za-z0-9+/=]+)"/g)].map(([, base64]) => {
    const bytes = Buffer.from(base64 as string, 'base64')
    if (bytes.subarray(0, 5).toString() === '%PDF-') return pageWords(bytes)
    const parts = [bytes.toString('utf8')]
    for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
      const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      try {
        parts.push(inflateRawSync(bytes.subarray(from)).toString('utf8'))
      } catch {
        // stored as it is, or bytes that only look like a beginning
      }
    }
    return parts.join('\n')
  })
  return [text, ...files].join('\n')
}

const read = new Map<string, string>()
/** The words of a letter; the same letter is read once, whoever opens it. */
function pageWords(pdf: Buffer): string {
  const known = pdf.toString('latin1')
  const words = read.get(known) ?? wordsOf(readPdf(pdf))
  read.set(known, words)
  return words
}
