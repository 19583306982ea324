import type { ItemContent } from '../../../types/catalogue'
import { recordWork } from '../../audit/record'
import { selectItemVersion } from '../../catalogue/item'
import { inTransaction, type Sql, type Tx } from '../../platform/database'
import type { JobDeps } from '../../platform/jobs'
import { found } from '../../platform/serve'
import { type Application, selectApplicationsByIds } from '../life/queries'

/** One kind of work that the clock makes due. */
export interface Due {
  /** As the audit log has it: `application.<name>`. */
  name: string
  /** Finds cases and locks them; those somebody is working on wait for the next round. */
  lock(tx: Tx, limit: number, except: readonly number[]): Promise<number[]>
  /** Does the work of one case. What it gives back stands in the audit log; undefined when there was nothing to do. */
  settle(tx: Tx, a: Application): Promise<{ after: object } | undefined>
}

const atOnce = 100

/**
 * Settles everything that is due: small transactions until nothing is left. When one case fails, those around it are settled each in a transaction of
 * its own, and the failure is thrown at the end, so that no case holds up another. Returns how many cases were settled.
 */
export async function settleDue({ sql, services }: JobDeps, due: Due): Promise<number> {
  const failed: number[] = []
  const failures: unknown[] = []
  let settled = 0
  for (;;) {
    let atHand: number[] = []
    try {
      const done = await inTransaction(sql, async (tx) => {
        atHand = await due.lock(tx, atOnce, failed)
        return settleAll(tx, due, atHand)
      })
      settled += done
    } catch (error) {
      if (atHand.length === 0) throw error
      for (const id of atHand) {
        try {
          settled += await inTransaction(sql, async (tx) => settleAll(tx, due, await lockOne(tx, due, id, failed)))
        } catch (cause) {
          failed.push(id)
          failures.push(cause)
          services.log.error({ err: cause, applicationId: id, work: due.name }, 'due work of a case failed')
        }
      }
    }
    if (atHand.length < atOnce) break
  }
  if (failures.length > 0) throw new AggregateError(failures, `${due.name} failed for ${failures.length} applications`)
  return settled
}

/** Locks the same case again, if it is still due. */
async function lockOne(tx: Tx, due: Due, id: number, failed: readonly number[]): Promise<number[]> {
  const again = await due.lock(tx, atOnce + failed.length, failed)
  return again.filter((other) => other === id)
}

/** Cases know nothing of one another, so their statements travel together. */
async function settleAll(tx: Tx, due: Due, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0
  const cases = await selectApplicationsByIds(tx, ids)
  const outcomes = await Promise.allSettled(
    cases.map(async (a) => {
      const result = await due.settle(tx, a)
      return result && { a, result }
    }),
  )
  // All of them have stopped before the first failure takes the transaction back.
  const done = outcomes.flatMap((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value ?? []
  })
  await recordWork(
    tx,
    `application.${due.name}`,
    done.map(({ a, result }) => ({
      target: `application:${a.applicationId}`,
      areaCode: a.areaCode,
      before: { status: a.status, deadlineAt: a.deadlineAt },
      after: result.after,
    })),
  )
  return done.length
}

/** Items by version, each read once a round. */
export function itemsOf(): (sql: Sql, a: Application) => Promise<ItemContent> {
  const read = new Map<string, Promise<ItemContent>>()
  return (sql, a) => {
    const key = `${a.itemCode}/${a.itemVersion}`
    const known = read.get(key) ?? selectItemVersion(sql, a.itemCode, a.itemVersion).then((item) => found(item).content)
    read.set(key, known)
    return known
  }
}
