import { withoutMetadata } from './pdf-metadata'
import { type Content, ContentProblem } from './problem'

/** How far from its end a PDF may say that it ends (readers look at the last kilobyte). */
const endWithin = 1024

/** Actions that run by themselves or bring another file along (ISO 32000-1, 12.6.4 and 7.11.4). */
const active = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b/

/** A digital signature covers a document byte by byte (12.8.1). */
const signature = /\/ByteRange\s*\[/

/**
 * Takes a PDF when it is whole, begins with its own head and ends with its own end, written anew without what it says about its author, its
 * tools and its places. One with a digital signature stays as it is: it would prove nothing any more. Throws ContentProblem.
 */
export async function preparePdf(bytes: Buffer): Promise<Content> {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new ContentProblem('unknownKind')
  const end = bytes.lastIndexOf('%%EOF')
  if (end < 0) throw new ContentProblem('damaged')
  const after = bytes.subarray(end + 5)
  if (after.length > endWithin || /\S/.test(after.toString('latin1').replaceAll('\0', '')))
    throw new ContentProblem('hidden')
  const text = bytes.toString('latin1')
  if (!/startxref\s+\d+\s*$/.test(text.slice(Math.max(0, end - 64), end))) throw new ContentProblem('damaged')
  refuseActive(text)
  // Written anew its objects lie open: what was packed away in them is looked at as well.
  const clean = await withoutMetadata(bytes)
  refuseActive(clean.toString('latin1'))
  return { mimeType: 'application/pdf', bytes: signature.test(text) ? bytes : clean }
}

function refuseActive(text: string): void {
  // A name may be written with #xx; decoded first, or "/J#61vaScript" would pass.
  if (
    active.test(text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
  )
    throw new ContentProblem('activePdf')
}
