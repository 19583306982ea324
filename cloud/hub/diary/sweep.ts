import { dayOf } from '../../deadlines/day'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { type DuePromise, lockDuePromise, setBroken, setReminded } from './promise-queries'

/**
 * Looks at one promise whose day is over (the branch and whoever owes it are told, once) or comes (whoever owes it is reminded, once); who is away is told, and so is another of the hub who is there. Each step takes it out of what is
 * due. Returns it and what was done; undefined when nothing is due.
 */
export async function settlePromise(
  tx: Tx,
  seen: number[],
  now: Date,
): Promise<{ promise: DuePromise; did: 'broken' | 'reminded' } | undefined> {
  const promise = await lockDuePromise(tx, dayOf(now), seen)
  if (!promise) return undefined
  const { promiseId, hubId, hubName, ownerId, standInId, aboveId, over } = promise
  const owing = [ownerId, standInId].filter((id) => id !== null)
  seen.push(promiseId)
  const facts = { hubId, promiseId, title: hubName }
  if (!over) {
    await setReminded(tx, promiseId, now)
    await tell(
      tx,
      owing.map((personId) => ({ personId, kind: 'promiseDue' as const, facts })),
    )
    return { promise, did: 'reminded' }
  }
  await setBroken(tx, promiseId, now)
  await tell(tx, [
    ...owing.map((personId) => ({ personId, kind: 'promiseOverdue' as const, facts })),
    ...(aboveId === null || owing.includes(aboveId)
      ? []
      : [{ personId: aboveId, kind: 'promiseBroken' as const, facts }]),
  ])
  return { promise, did: 'broken' }
}
