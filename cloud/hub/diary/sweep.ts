import { dayOf } from '../../deadlines/day'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { type DuePromise, lockDuePromise, setBroken, setReminded } from './promise-queries'

/**
 * Looks at one promise whose day is over (the branch and whoever owes it are told, once) or comes (whoever owes it is reminded, once). Each step takes it out of what is
 * due. Returns it and what was done; undefined when nothing is due.
 */
export async function settlePromise(
  tx: Tx,
  seen: number[],
  now: Date,
): Promise<{ promise: DuePromise; did: 'broken' | 'reminded' } | undefined> {
  const promise = await lockDuePromise(tx, dayOf(now), seen)
  if (!promise) return undefined
  const { promiseId, hubId, hubName, ownerId, aboveId, over } = promise
  seen.push(promiseId)
  const facts = { hubId, promiseId, title: hubName }
  if (!over) {
    await setReminded(tx, promiseId, now)
    if (ownerId !== null) await tell(tx, [{ personId: ownerId, kind: 'promiseDue', facts }])
    return { promise, did: 'reminded' }
  }
  await setBroken(tx, promiseId, now)
  await tell(tx, [
    ...(ownerId === null ? [] : [{ personId: ownerId, kind: 'promiseOverdue' as const, facts }]),
    ...(aboveId === null || aboveId === ownerId ? [] : [{ personId: aboveId, kind: 'promiseBroken' as const, facts }]),
  ])
  return { promise, did: 'broken' }
}
