import { drawLetter } from '../../platform/pdf/draw'
import type { Letter } from './queries'
import { letterWording as words } from './wording'

/** The name of a thing is short; what is wrong with it and how to mend it are sentences. */
const tableOf = ({ head, rows }: NonNullable<Letter['content']['table']>) => ({
  columns: head.map((heading, n) => ({ heading, share: n === 0 ? 2 : 3 })),
  rows,
})

/** A letter as A4 PDF, the same bytes each time: with a code that anyone can check at `checkUrl`. */
export async function letterFile(letter: Letter, checkUrl: (code: string) => string) {
  const { content, kind, checkCode, issuedAt } = letter
  const { pdf } = await drawLetter({
    office: content.department,
    number: content.number,
    title: words.titles[kind],
    to: content.applicant,
    paragraphs: content.paragraphs,
    ...(content.table ? { table: tableOf(content.table) } : {}),
    checkCode,
    checkUrl: checkUrl(checkCode),
    issuedAt,
  })
  return {
    fileName: `${words.titles[kind]}-${content.number}.pdf`,
    mimeType: 'application/pdf',
    base64: Buffer.from(pdf).toString('base64'),
  }
}
