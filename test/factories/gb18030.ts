let codes: Map<string, readonly [number, number]> | undefined

/** Text as Excel in Chinese saves it: GB18030, of which its two-byte part (GBK) is all that a table of households needs. Node only reads it, so the table is read backwards. */
export function gb18030(text: string): Buffer {
  codes ??= readTable()
  return Buffer.concat(
    [...text].map((letter) => {
      if (letter < '\u0080') return Buffer.from(letter)
      const code = codes?.get(letter)
      if (!code) throw new Error(`${letter} is not in GBK`)
      return Buffer.from(code)
    }),
  )
}

function readTable() {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const table = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      try {
        table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
      } catch {
        // No letter there.
      }
    }
  return table
}
