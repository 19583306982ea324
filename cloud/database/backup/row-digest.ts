import { hash } from 'node:crypto'

/**
 * Counts rows and sums their SHA-256 digests, word by word: the same for the same rows in any order, because a restored table
 * need not give its rows back in the order they were written.
 */
export class RowDigest {
  rows = 0
  private readonly sums = new Uint32Array(8)

  /** Adds one row, without its line end. */
  add(row: Buffer): void {
    const digest = hash('sha256', row, 'buffer')
    for (let word = 0; word < 8; word++) this.sums[word]! += digest.readUInt32BE(word * 4)
    this.rows += 1
  }

  /** 64 hex digits over the rows added so far. */
  toString(): string {
    return [...this.sums].map((sum) => sum.toString(16).padStart(8, '0')).join('')
  }
}
