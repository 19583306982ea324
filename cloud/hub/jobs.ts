import { recordWork } from '../audit/record'
import { inTransaction } from '../platform/database'
import type { Job, JobDeps } from '../platform/jobs'
import { oneByOne } from '../platform/one-by-one'
import { assignNearest } from './assign/assign'
import { settlePromise } from './diary/sweep'
import { settleOne } from './due/sweep'
import { giveUpCalls, placeRelayCall } from './numbers/place'
import { settleAppeal } from './points/sweep'

/**
 * What happens to households, contacts, promises and appeals by the clock. Each job asks the database what is due, so a server that was away catches up, two servers never do the
 * same twice, and the time is `now` of the deps.
 */
export const hubJobs: Job[] = [
  { name: 'assignOrphans', cron: '*/10 * * * *', run: assignOrphans },
  { name: 'sweepContacts', cron: '* * * * *', run: (deps) => sweepContacts(deps) },
  { name: 'sweepPromises', cron: '*/10 * * * *', run: (deps) => sweepPromises(deps) },
  { name: 'sweepAppeals', cron: '*/10 * * * *', run: (deps) => sweepAppeals(deps) },
  { name: 'placeRelayCall', run: placeRelayCall },
  { name: 'giveUpCalls', cron: '* * * * *', run: giveUpCalls },
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

/** Appeals that nobody has answered in time. */
const sweepAppeals = (deps: JobDeps): Promise<void> =>
  oneByOne(deps, 'an appeal could not be looked after', async (tx, seen) => {
    const settled = await settleAppeal(tx, seen, deps.now())
    if (!settled) return false
    const { appealId, areaCode } = settled.appeal
    await recordWork(tx, 'hub.sweepAppeals', [
      { target: `pointAppeal:${appealId}`, areaCode, after: { did: settled.did } },
    ])
    return true
  })
