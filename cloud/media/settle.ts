import { recordWork } from '../audit/record'
import { type Database, inTransaction } from '../platform/database'
import type { Services } from '../platform/operations'
import type { MediaVerdict } from '../platform/wechat'
import { picturePath } from './address'
import * as queries from './queries'
import type { MediaSubjects } from './subject'

/** Half an hour is what WeChat promises. */
const longestWaitMinutes = 30
const atOnce = 100

/** Thrown to the job queue when WeChat could not be asked. */
export class NotAsked extends Error {}

export interface MediaDeps {
  sql: Database
  services: Services
  subjects: MediaSubjects
}

/**
 * Asks WeChat about the picture of a check, once. Where nobody can be asked (its author has no WeChat identity, or this server no
 * address that WeChat could fetch it from) a person decides. Throws NotAsked while WeChat is away: to be tried again.
 */
export async function askForVerdict({ sql, services, subjects }: MediaDeps, checkId: number): Promise<void> {
  const check = await queries.selectOptionalOpen(sql, checkId)
  if (!check || check.traceId !== null) return
  const home = services.publicUrl()
  if (check.openid === null || home === undefined) {
    await inTransaction(sql, async (tx) =>
      act(subjects, tx, 'media.askForVerdict', await queries.settleUnavailable(tx, checkId)),
    )
    return
  }
  const url = new URL(picturePath(services.keys.media, checkId), home).href
  const asked = await services.wechat.checkMedia({ openid: check.openid, scene: 3, url, kind: 'image' })
  if (asked === 'unavailable') throw new NotAsked(`WeChat could not be asked about check ${checkId}`)
  const { traceId } = asked
  await inTransaction(sql, async (tx) => {
    await queries.lockTrace(tx, traceId)
    await queries.updateTrace(tx, checkId, traceId)
    await act(subjects, tx, 'media.askForVerdict', await queries.settleByTrace(tx, traceId))
  })
}

/** Takes in a pushed verdict. The same one again changes nothing. */
export async function takeVerdict({ sql, subjects }: Omit<MediaDeps, 'services'>, told: MediaVerdict): Promise<void> {
  const { traceId, verdict } = told
  await inTransaction(sql, async (tx) => {
    await queries.lockTrace(tx, traceId)
    await queries.insertVerdict(tx, traceId, verdict)
    await act(subjects, tx, 'media.takeVerdict', await queries.settleByTrace(tx, traceId))
  })
}

/** Gives up waiting for verdicts that are half an hour late: a person decides. Returns how many. */
export async function giveUpWaiting({ sql, subjects }: Omit<MediaDeps, 'services'>): Promise<number> {
  return inTransaction(sql, async (tx) => {
    const late = await queries.settleOverdue(tx, longestWaitMinutes, atOnce)
    for (const check of late) await act(subjects, tx, 'media.giveUpWaiting', check)
    return late.length
  })
}

type Tx = Parameters<typeof queries.settleByTrace>[0]

/** `by` names who brought the verdict: the push, or the job that stopped waiting for it. */
async function act(subjects: MediaSubjects, tx: Tx, by: string, settled: queries.Settled | undefined): Promise<void> {
  if (!settled) return
  const subject = subjects[settled.subject]
  if (!subject) throw new Error(`nothing is known of ${settled.subject}`)
  const { subjectId, verdict } = settled
  const changed = await subject.settle(tx, subjectId, verdict)
  // A picture that was taken away meanwhile has a verdict too, and nobody is concerned.
  const entry = changed ?? { target: `${settled.subject}:${subjectId}` }
  await recordWork(tx, by, [{ ...entry, after: { verdict, ...entry.after } }])
}
