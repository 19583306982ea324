const newline = 10

/** Cuts a stream of bytes into lines, without their ends; gives those of one chunk together. A last line without an end is an error. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = []
  for await (const chunk of chunks) {
    const lines: Buffer[] = []
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const end = chunk.subarray(from, at)
      lines.push(rest.length > 0 ? Buffer.concat([...rest, end]) : end)
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0) throw new Error('it ends in the middle of a line')
}

/** The bytes of lines, with their ends. */
export function joinLines(lines: readonly Buffer[]): Buffer {
  const end = Buffer.from([newline])
  return Buffer.concat(lines.flatMap((line) => [line, end]))
}
