import type { TestPerson } from '../cloud'
import { helper, helpOf, type Neighbourhood, neighbour, theOffer } from './help'

/** Two who quarrel, and people who can mediate. */

/** A mediator whose certificate was seen, who lives some streets away and is always free. */
export async function mediator(
  n: Neighbourhood,
  name: string,
  more: Parameters<typeof helper>[2] = {},
): Promise<TestPerson> {
  const skills = [{ skill: 'mediation', level: 2 as const }]
  const who = await helper(n, name, { lat: 30.516, radiusMetres: 5000, skills, ...more })
  const until = new Date('2027-12-31T00:00:00+08:00')
  await n.cloud.ask(n.admin, 'volunteer.checkCertificate', { personId: who.personId, skill: 'mediation', until })
  return who
}

export const askToMediate = async (n: Neighbourhood, who: TestPerson, more: Parameters<typeof helpOf>[1] = {}) => {
  const tuesday = new Date('2026-12-01T09:30:00+08:00')
  const windows = [{ from: tuesday, until: new Date(tuesday.getTime() + 2 * 3_600_000) }]
  const asked = { kind: 'mediation' as const, words: '楼上每天半夜挪桌子', windows, ...more }
  return n.cloud.ask(who, 'volunteer.ask', helpOf(n, asked))
}

/** A fresh code that the requester hands over. */
export async function invite(n: Neighbourhood, who: TestPerson, helpRequestId: number): Promise<string> {
  const { invitation } = await n.cloud.ask(who, 'volunteer.openMediation', { helpRequestId, place: '社区调解室' })
  if (!invitation) throw new Error('no code')
  return invitation.code
}

/** A dispute that both sides agreed to talk about; whoever can mediate has been asked. */
export async function agreedDispute(n: Neighbourhood, more: Parameters<typeof helpOf>[1] = {}) {
  const [li, zhao] = [await neighbour(n), await neighbour(n, '赵师傅')]
  const { helpRequestId } = await askToMediate(n, li, more)
  await n.cloud.ask(zhao, 'volunteer.agreeToMediation', { code: await invite(n, li, helpRequestId) })
  await n.seekNow()
  return { li, zhao, helpRequestId }
}

/** The same with a mediator who accepted and is there. */
export async function mediatedDispute(n: Neighbourhood) {
  const chen = await mediator(n, '陈国华')
  const dispute = await agreedDispute(n)
  const { offerId } = await theOffer(n, chen)
  const { assignmentId } = await n.cloud.ask(chen, 'volunteer.answerOffer', { offerId, accept: true })
  n.set(new Date('2026-12-01T09:30:00+08:00'))
  await n.cloud.ask(chen, 'volunteer.checkIn', { assignmentId: assignmentId as number })
  return { ...dispute, chen, assignmentId: assignmentId as number }
}
