import * as v from 'valibot'
import { recordWork } from '../audit/record'
import { open } from '../platform/crypto'
import { inTransaction } from '../platform/database'
import type { Job, JobDeps } from '../platform/jobs'
import { oneByOne } from '../platform/one-by-one'
import { assignNearest } from './assign/assign'
import { settlePromise } from './diary/sweep'
import { settleOne } from './due/sweep'
import { lockCall, setPlaced } from './numbers/queries'

/**
 * What happens to households, contacts and promises by the clock. Each job asks the database what is due, so a server that was away catches up, two servers never do the
 * same twice, and the time is `now` of the deps.
 */
export const hubJobs: Job[] = [
  { name: 'assignOrphans', cron: '*/10 * * * *', run: assignOrphans },
  { name: 'sweepContacts', cron: '* * * * *', run: (deps) => sweepContacts(deps) },
  { name: 'sweepPromises', cron: '*/10 * * * *', run: (deps) => sweepPromises(deps) },
  { name: 'placeRelayCall', run: placeRelayCall },
]

/** Tries again for every household that stands without a hub: one may have been opened, or have room again. */
async function assignOrphans({ sql, now }: JobDeps): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { linked } = await assignNearest(tx, null, { news: false }, now())
    await recordWork(
      tx,
      'hub.assignOrphans',
      linked.map(({ householdId, hubId }) => ({ target: `household:${householdId}`, after: { hubId } })),
    )
  })
}

/** Contacts whose moment has come. */
const sweepContacts = (deps: JobDeps): Promise<void> =>
  oneByOne(deps, 'a contact could not be looked after', async (tx, seen) => {
    const settled = await settleOne(tx, seen, deps.now())
    if (!settled) return false
    const { contactId, areaCode, status, level } = settled.contact
    await recordWork(tx, 'hub.sweepContacts', [
      { target: `contact:${contactId}`, areaCode, before: { status, level }, after: { did: settled.did } },
    ])
    return true
  })

/** Promises whose day comes or is over. */
const sweepPromises = (deps: JobDeps): Promise<void> =>
  oneByOne(deps, 'a promise could not be looked after', async (tx, seen) => {
    const settled = await settlePromise(tx, seen, deps.now())
    if (!settled) return false
    const { promiseId, areaCode, dueOn } = settled.promise
    await recordWork(tx, 'hub.sweepPromises', [
      { target: `visitPromise:${promiseId}`, areaCode, after: { did: settled.did, dueOn } },
    ])
    return true
  })

const payloadShape = v.object({ callId: v.number() })

/** Has the provider connect a call; the queue tries again when it cannot be reached, and the provider knows the call by its id. */
async function placeRelayCall({ sql, services, now }: JobDeps, payload: unknown): Promise<void> {
  const { callId } = v.parse(payloadShape, payload)
  await inTransaction(sql, async (tx) => {
    const call = await lockCall(tx, callId)
    // Somebody has deleted the number meanwhile: nobody is called.
    if (!call?.fromPhone || !call.toPhone) return
    if (!services.relay) throw new Error('no relay is set up (RELAY_URL)')
    const { field } = services.keys
    const phones = { fromPhone: open(field, call.fromPhone), toPhone: open(field, call.toPhone) }
    const { reference } = await services.relay.connect({ callId, ...phones })
    await setPlaced(tx, callId, reference, now())
    const { contactId, areaCode } = call
    await recordWork(tx, 'hub.placeRelayCall', [{ target: `contact:${contactId}`, areaCode, after: { callId } }])
  })
}
