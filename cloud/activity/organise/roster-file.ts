import dayjs from 'dayjs'
import writeXlsxFile from 'write-excel-file/node'
import type { Question } from '../../../types/activity'
import type { RosterRow } from './list-queries'
import { rosterWording as wording } from './wording'

/** The sign-ups of an activity as an Excel workbook (.xlsx). Every value is a text or a number cell, so no name can become a formula. */
export async function rosterFile(
  rows: readonly RosterRow[],
  questions: readonly Question[],
  code: (signUpId: number) => string,
): Promise<Buffer> {
  const time = (at: Date | null) => (at ? dayjs(at).tz('Asia/Shanghai').format('YYYY-MM-DD HH:mm') : '')
  const head = [...wording.columns, ...questions.map((q) => q.label)].map((value) => ({
    value,
    fontWeight: 'bold' as const,
    type: String,
  }))
  const lines = rows.map((row) => [
    { type: String, value: row.personName },
    { type: String, value: row.maskedPhone ?? '' },
    { type: Number, value: row.party },
    { type: String, value: row.groupName },
    { type: String, value: row.answerBy ? wording.toAnswer : wording.statuses[row.status] },
    { type: String, value: row.status === 'waitlisted' ? String(row.partiesAhead + 1) : '' },
    { type: String, value: code(row.signUpId) },
    { type: String, value: time(row.signedUpAt) },
    { type: String, value: time(row.checkedInAt) },
    { type: String, value: time(row.checkedOutAt) },
    ...questions.map((q) => ({ type: String, value: String(row.answers[q.key] ?? '') })),
  ])
  return writeXlsxFile([head, ...lines], {
    sheet: wording.sheet,
    columns: head.map(() => ({ width: 16 })),
    stickyRowsCount: 1,
  }).toBuffer()
}
