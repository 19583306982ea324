import type { activity } from '../../../types/activity'
import { privacyVersion } from '../../../types/people'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { NotFound, Refusal, refuse } from '../../platform/fault'
import type { Ask, Handlers, Result } from '../../platform/operations'
import { found } from '../../platform/serve'
import { leaveAndPromote, toBoth } from './promote'
import * as queries from './queries'
import { type Applicant, decideSignUp, type OpenActivity } from './rules'

type SignUp = (typeof activity)['signUp']
type SignUpOperations = Pick<Handlers<typeof activity>, 'signUp' | 'cancelSignUp' | 'answerPromotion' | 'decideSignUp'>

/** Seats: taking, giving back, being promoted, being let in. */
export const signUpOperations: SignUpOperations = {
  signUp: { batch: signUpMany },

  async cancelSignUp(tx, who, input, call) {
    const signUp = await lockSignUp(tx, who.personId, input.signUpId, 'self')
    const { status } = signUp
    if (status !== 'requested' && status !== 'confirmed' && status !== 'waitlisted')
      return refuse('alreadyOver', { status })
    // A place in the line, or a seat not yet accepted, may be given up at any time: nobody has counted on it.
    if (status === 'confirmed' && !signUp.answerBy && call.now > signUp.cancelUntil)
      return refuse('tooLate', { until: signUp.cancelUntil })
    await leaveAndPromote(tx, signUp, [signUp.signUpId], 'withdrawn')
    call.audit({
      target: `signUp:${signUp.signUpId}`,
      areaCode: signUp.areaCode,
      before: { status },
      after: { status: 'cancelled' },
    })
    return {}
  },

  async answerPromotion(tx, who, input, call) {
    const signUp = await lockSignUp(tx, who.personId, input.signUpId, 'self')
    if (signUp.status === 'cancelled' && !signUp.answerBy) return refuse('tooLate')
    if (signUp.status !== 'confirmed' || !signUp.answerBy) return refuse('nothingToAnswer')
    if (signUp.answerBy <= call.now) return refuse('tooLate')
    if (input.accept) {
      const overlap = await queries.selectOptionalOverlap(tx, signUp.signUpId)
      if (overlap) return refuse('overlaps', overlap)
      await queries.acceptPromotion(tx, signUp.signUpId)
    } else await leaveAndPromote(tx, signUp, [signUp.signUpId], 'declined')
    const status = input.accept ? ('confirmed' as const) : ('cancelled' as const)
    call.audit({
      target: `signUp:${signUp.signUpId}`,
      areaCode: signUp.areaCode,
      before: { status: 'promoted' },
      after: { status },
    })
    return { signUpId: signUp.signUpId, status, position: null }
  },

  async decideSignUp(tx, who, input, call) {
    const signUp = await lockSignUp(tx, who.personId, input.signUpId, 'organiser')
    if (signUp.status !== 'requested') return refuse('alreadyDecided', { status: signUp.status })
    const { activityId, title, startsAt, signUpId } = signUp
    if (!input.accept) {
      await queries.rejectSignUp(tx, signUpId)
      const facts = { activityId, title, startsAt, ...(input.reason ? { reason: input.reason } : {}) }
      await tell(tx, toBoth(signUp, { kind: 'signUpRejected', facts }))
    }
    const status = input.accept ? await queries.admitSignUp(tx, signUpId) : ('rejected' as const)
    if (status === null) return refuse('fullNoWaitlist')
    if (status === 'confirmed')
      await tell(tx, toBoth(signUp, { kind: 'signUpConfirmed', facts: { activityId, title, startsAt, signUpId } }))
    call.audit({
      target: `signUp:${signUpId}`,
      areaCode: signUp.areaCode,
      role: 'organiser',
      before: { status: 'requested' },
      after: { status },
    })
    return { status }
  },
}

/** Locks the person and the activity behind a sign-up the caller may act on, and reads it again under the lock. */
async function lockSignUp(
  tx: Tx,
  me: number,
  signUpId: number,
  as: 'self' | 'organiser',
): Promise<queries.SignUpFacts> {
  const seen = found(await queries.selectOptionalSignUp(tx, me, signUpId, as))
  await queries.lockForSignUp(tx, [seen.personId], [seen.activityId])
  return found(await queries.selectOptionalSignUp(tx, me, signUpId, as))
}

/** All sign-ups that arrived while the last batch was under way, in one transaction: lock, decide by the rules, seat by the database. */
async function signUpMany(tx: Tx, asks: readonly Ask<SignUp>[]): Promise<Result<SignUp>[]> {
  const wanted = asks.map(({ who, input }) => ({
    activityId: input.activityId,
    personId: input.personId ?? who.personId,
    by: who.personId,
  }))
  const activityIds = [...new Set(wanted.map((w) => w.activityId))]
  const people = wanted.map((w) => w.personId)
  // They travel together and run in this order, each seeing what was committed before it began: the last two read under the locks.
  const [, , activities, applicants] = await Promise.all([
    queries.keepPlans(tx),
    queries.lockForSignUp(tx, people, activityIds),
    queries.selectOpenActivities(tx, activityIds),
    queries.selectApplicants(tx, wanted, privacyVersion),
  ])
  if (activities.size < activityIds.length) throw new NotFound()

  const parties: (queries.Party & { ask: number })[] = []
  const taken = new Map<string, number>()
  const results = asks.map(({ input, call }, ask): Result<SignUp> | undefined => {
    const where = wanted[ask] as queries.Ask
    const open = activities.get(where.activityId) as OpenActivity
    const decision = decideSignUp(open, applicants[ask] as Applicant, input, call.now)
    if (decision instanceof Refusal) return decision
    // Twice in one batch under two request ids: the second sees the first as already there, once it is.
    const key = `${where.activityId}/${where.personId}`
    if (taken.has(key)) return undefined
    taken.set(key, parties.length)
    parties.push({ ...where, ...decision, ask, party: input.party, answers: input.answers, requestId: input.requestId })
    return undefined
  })

  const seated = parties.length > 0 ? await queries.takeSeats(tx, parties) : []
  parties.forEach((party, i) => {
    const { outcome, signUpId, place } = seated[i] as queries.Seated
    results[party.ask] =
      outcome === 'full' || signUpId === null
        ? refuse('fullNoWaitlist')
        : { signUpId, status: outcome, position: outcome === 'waitlisted' ? place : null }
    if (signUpId !== null) {
      asks[party.ask]?.call.audit({
        target: `signUp:${signUpId}`,
        after: { activityId: party.activityId, status: outcome, party: party.party },
      })
    }
  })
  return results.map((result, ask) => {
    if (result) return result
    const where = wanted[ask] as queries.Ask
    const first = seated[taken.get(`${where.activityId}/${where.personId}`) ?? -1]
    if (!first?.signUpId || first.outcome === 'full') return refuse('fullNoWaitlist')
    return refuse('alreadySignedUp', { signUpId: first.signUpId, status: first.outcome })
  })
}
