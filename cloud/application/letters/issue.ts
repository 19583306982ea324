import type { ItemContent } from '../../../types/catalogue'
import { newCheckCode } from '../../platform/check-code'
import type { Tx } from '../../platform/database'
import { daysAfter, type Settings } from '../life/clock'
import type { Application } from '../life/queries'
import { formKey } from '../view/shared'
import { insertLetter, type LetterContent, type LetterKind, replaceLetters } from './queries'
import { letterWording as words } from './wording'

/** Letters are issued in the transaction of the step they tell of, and say the same for ever. Each returns the letter's id. */

/** 受理通知书, when it was accepted, conditionally accepted or counts as accepted. */
export function issueReceipt(
  tx: Tx,
  a: Application,
  accepted: { at: Date; issuedAt?: Date; deemed?: boolean; missing?: readonly string[] },
): Promise<number> {
  const { deadlineAt, clockLimit, deferUntil } = a
  const paragraphs = words.receipt(a.itemName, accepted.at, deadlineAt ?? accepted.at, clockLimit ?? 0)
  if (accepted.deemed) paragraphs.splice(1, 0, words.deemed(accepted.at))
  if (accepted.missing?.length && deferUntil) paragraphs.push(words.deferred(accepted.missing, deferUntil))
  return issue(tx, a, 'receipt', { paragraphs }, accepted.issuedAt ?? accepted.at)
}

/** 一次性补正告知书: one row a deficiency. */
export function issueCorrectionNotice(
  tx: Tx,
  a: Application,
  content: ItemContent,
  notice: { at: Date; dueAt: Date; lines: readonly { key: string; what: string; how: string }[] },
): Promise<number> {
  const nameOf = (key: string) =>
    key === formKey ? words.typed : (content.documents.find((d) => d.key === key)?.name ?? key)
  const rows = notice.lines.map(({ key, what, how }) => [nameOf(key), what, how])
  const paragraphs = words.correction(a.itemName, notice.dueAt, rows.length)
  return issue(tx, a, 'correctionNotice', { paragraphs, table: { head: words.correctionHead, rows } }, notice.at)
}

/** 办理决定书, with reason, basis and how to appeal. Takes the place of an earlier decision of the same case. */
export async function issueDecision(
  tx: Tx,
  a: Application,
  content: ItemContent,
  settings: Settings,
  decision: { outcome: 'approved' | 'refused'; reason: string; at: Date },
): Promise<number> {
  await replaceLetters(tx, a.applicationId, 'decision', decision.at)
  const { outcome, reason, at } = decision
  const basis = content.legalBasis.map(({ title, article = '' }) => `${title}${article}`).join('；')
  const paragraphs = [
    words[outcome](a.itemName, at),
    ...(reason ? [words.reason(reason)] : []),
    words.basis(basis),
    outcome === 'approved' ? words.result(content.result.name) : words.appeal(daysAfter(at, settings.appealDays)),
  ]
  return issue(tx, a, 'decision', { paragraphs, outcome }, at)
}

function issue(
  tx: Tx,
  a: Application,
  kind: LetterKind,
  says: Pick<LetterContent, 'paragraphs' | 'table' | 'outcome'>,
  at: Date,
): Promise<number> {
  const content = {
    number: a.number ?? '',
    itemName: a.itemName,
    department: a.department,
    applicant: a.applicantName,
    ...says,
  }
  return insertLetter(tx, a.applicationId, kind, newCheckCode(), content, at)
}
