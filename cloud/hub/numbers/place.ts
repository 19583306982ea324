import * as v from 'valibot'
import { recordWork } from '../../audit/record'
import { open } from '../../platform/crypto'
import { inTransaction } from '../../platform/database'
import type { JobDeps } from '../../platform/jobs'
import { oneByOne } from '../../platform/one-by-one'
import { tellOf } from '../contact/tell'
import { lockCall, lockStaleCall, setGivenUp, setPlaced } from './queries'

/** Nobody sits by the telephone for longer. The queue's attempts are over well before. */
const ringWithinMs = 5 * 60_000
const tooLongAgo = (now: Date) => new Date(now.getTime() - ringWithinMs)

const payloadShape = v.object({ callId: v.number() })

/**
 * Has the provider connect a call, and tells whom it rings. The queue tries again when the provider cannot be reached or refuses, and the provider knows the call by its id;
 * minutes later it rings no more.
 */
export async function placeRelayCall({ sql, services, now }: JobDeps, payload: unknown): Promise<void> {
  const { callId } = v.parse(payloadShape, payload)
  await inTransaction(sql, async (tx) => {
    const call = await lockCall(tx, callId, tooLongAgo(now()))
    // Somebody has deleted the number meanwhile, or withdrawn what it was about: nobody is called.
    if (!call?.fromPhone || !call.toPhone || call.over) return
    if (!services.relay) throw new Error('no relay is set up (RELAY_URL)')
    const { field } = services.keys
    const phones = { fromPhone: open(field, call.fromPhone), toPhone: open(field, call.toPhone) }
    const { reference } = await services.relay.connect({ callId, ...phones })
    await setPlaced(tx, callId, reference, now())
    await tellOf(tx, call, call.toId, 'contactCalled')
    const { contactId, areaCode } = call
    await recordWork(tx, 'hub.placeRelayCall', [{ target: `contact:${contactId}`, areaCode, after: { callId } }])
  })
}

/** Calls that could not be placed: whoever wished to call is told, once, and may try again; the resident's wish to be called stands. */
export const giveUpCalls = (deps: JobDeps): Promise<void> =>
  oneByOne(deps, 'a call could not be given up', async (tx, seen) => {
    const call = await lockStaleCall(tx, tooLongAgo(deps.now()), seen)
    if (!call) return false
    const { callId, contactId, areaCode, fromId, over } = call
    seen.push(callId)
    await setGivenUp(tx, callId, deps.now())
    if (!over) await tellOf(tx, call, fromId, 'contactNotCalled')
    await recordWork(tx, 'hub.giveUpCalls', [{ target: `contact:${contactId}`, areaCode, after: { callId } }])
    return true
  })
