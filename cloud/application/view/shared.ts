import type { GuidanceAnswers, ItemContent } from '../../../types/catalogue'
import { guideFor } from '../../catalogue/guide'
import { giveFiles } from '../../files/give'
import { open } from '../../platform/crypto'
import type { Sql } from '../../platform/database'
import type { Services } from '../../platform/operations'
import { daysAfter, type Settings } from '../life/clock'
import { type Application, selectPauses } from '../life/queries'
import * as queries from './queries'
import { explain, toRow } from './shape'

/** The key under which what was typed can be objected to, beside the documents. */
export const formKey = 'form'

/** One application as both sides see it: what was filled in, its clock day by day, its history. The caller has decided that `reader` may. */
export async function readShared(
  sql: Sql,
  services: Pick<Services, 'keys'>,
  a: Application,
  content: ItemContent,
  settings: Settings,
  reader: number,
  now: Date,
) {
  const id = a.applicationId
  const [filledIn, stored, events, notices, pauses, around, appointment, escalatedTo] = await Promise.all([
    queries.selectFilledIn(sql, id),
    queries.selectDocuments(sql, id),
    queries.selectEvents(sql, id),
    queries.selectNotices(sql, id),
    selectPauses(sql, id),
    queries.selectAround(sql, id),
    queries.selectOptionalAppointment(sql, id),
    queries.selectEscalatedTo(sql, id, a.escalation),
  ])
  const given = await giveFiles(sql, services, {
    fileIds: stored.flatMap((d) => d.fileIds),
    to: reader,
    watermarkFor: a.itemName,
    now,
  })
  const files = new Map(given.map((file) => [file.fileId, file]))
  const { outcome } = guideFor(content, filledIn.answers)
  const nameOf = (key: string) => content.documents.find((d) => d.key === key)?.name ?? ''
  const openPause = pauses.find((p) => p.until === null)
  const documents = (outcome?.documents ?? content.documents).map((document) => {
    const mine = stored.find((d) => d.key === document.key)
    return {
      key: document.key,
      name: document.name,
      form: document.form,
      deferrable: document.deferrable,
      reusable: document.reusable,
      mostFiles: document.mostFiles,
      note: document.note ?? null,
      sample: document.sample ?? null,
      whereToGet: document.whereToGet ?? null,
      round: mine?.round ?? 0,
      later: mine?.later ?? false,
      verdict: mine?.verdict ?? null,
      files: (mine?.fileIds ?? []).flatMap((fileId) => {
        const file = files.get(fileId)
        return file ? [{ fileId, name: file.name, mimeType: file.mimeType, bytes: file.size, url: file.url }] : []
      }),
    }
  })
  const shared = {
    ...toRow(a, around.visits, openPause?.reason ?? null, now),
    version: a.version,
    itemVersion: a.itemVersion,
    answers: filledIn.answers,
    answersInWords: answersInWords(content, filledIn.answers),
    form: outcome?.form ?? content.form,
    values: filledIn.formCipher
      ? (JSON.parse(open(services.keys.field, filledIn.formCipher)) as Record<string, string | number | boolean>)
      : {},
    documents,
    delivery: a.delivery,
    postTo: filledIn.postToCipher && open(services.keys.field, filledIn.postToCipher),
    explanation: explain(a, pauses, now),
    escalatedTo,
    events,
    notices: notices.map((n) => ({
      ...n,
      lines: n.lines.map((l) => ({ ...l, name: l.key === formKey ? '' : nameOf(l.key) })),
    })),
    appointment: appointment ? { ...appointment, bring: bring(documents) } : null,
    visitsNeeded: a.visitsNeeded === 0 ? 0 : around.visitsAllowed,
    decision:
      a.outcome && a.decidedAt
        ? {
            outcome: a.outcome,
            reason: a.decisionReason ?? '',
            decidedAt: a.decidedAt,
            appealUntil: daysAfter(a.decidedAt, settings.appealDays),
          }
        : null,
    deferUntil: a.deferUntil,
    extension: a.extensionStatus
      ? { status: a.extensionStatus, reason: a.extensionReason ?? '', days: a.extensionDays ?? 0 }
      : null,
    appeal: around.appeal,
    letters: around.letters,
    messages: around.messages,
    helper: around.helper,
  }
  return { shared, around, filledIn, stored, pauses, events }
}

/** What to take along to the window: originals and paper copies. */
export const bring = (documents: readonly { form: string; name: string }[]): string[] =>
  documents.filter((d) => d.form === 'original' || d.form === 'copy').map((d) => d.name)

/** The answers as the person gave them: 给妈妈办, 她 82 岁. */
export function answersInWords(content: ItemContent, answers: GuidanceAnswers): string[] {
  return content.guidance.flatMap(({ key, options }) => {
    const chosen = options.find((option) => option.value === answers[key])
    return chosen ? [chosen.short ?? chosen.label] : []
  })
}
