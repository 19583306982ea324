import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { ContentProblem } from './problem'

/** What a PDF says about itself beside what it shows: XMP, and what programs keep for themselves (ISO 32000-1, 14.3 and 14.5). */
const about = ['Metadata', 'PieceInfo', 'LastModified']

/**
 * The same document, all objects in the open, without its information dictionary, without XMP and programs' private data of the whole, of
 * pages and of pictures, and without what nothing refers to any more (earlier versions). Throws ContentProblem when it is encrypted or
 * cannot be read.
 */
export async function withoutMetadata(bytes: Buffer): Promise<Buffer> {
  // Loaded with the first document, so that a start does not wait for it.
  const pdf = await import('@cantoo/pdf-lib')
  try {
    const document = await pdf.PDFDocument.load(bytes, { updateMetadata: false })
    const { context } = document
    const { Root } = context.trailerInfo
    if (!Root || !(context.lookup(Root) instanceof pdf.PDFDict)) throw new ContentProblem('damaged')
    context.trailerInfo.Info = undefined
    const kept = cleaned(pdf, context, Root)
    for (const [ref] of context.enumerateIndirectObjects()) if (!kept.has(ref)) context.delete(ref)
    return Buffer.from(
      await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }),
    )
  } catch (error) {
    throw new ContentProblem(error instanceof pdf.EncryptedPDFError ? 'encrypted' : 'damaged')
  }
}

/** Takes what is said about it out of everything that the document consists of; gives back the references met on the way. */
function cleaned(
  { PDFArray, PDFDict, PDFName, PDFRef, PDFStream }: typeof import('@cantoo/pdf-lib'),
  context: PDFContext,
  root: PDFObject,
): Set<PDFRef> {
  const met = new Set<PDFRef>()
  for (const open: PDFObject[] = [root]; open.length > 0; ) {
    const next = open.pop()
    if (next instanceof PDFRef) {
      const object = met.has(next) ? undefined : context.lookup(next)
      met.add(next)
      if (object) open.push(object)
    } else if (next instanceof PDFArray) {
      open.push(...next.asArray())
    } else if (next instanceof PDFDict || next instanceof PDFStream) {
      const dict = next instanceof PDFStream ? next.dict : next
      for (const name of about) dict.delete(PDFName.of(name))
      open.push(...dict.values())
    }
  }
  return met
}
