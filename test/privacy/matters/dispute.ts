import { jobs } from '../../../cloud/server'
import { approved, somebody } from '../../factories/volunteers'
import { marks } from '../marks'
import { after, always, type Matter, named, type Scene } from '../scene'

/** A dispute of two with somebody who is there and wrote down what they agreed on; and one to which the other side was invited only. */
export async function disputeMatter({ cloud, admin }: Scene): Promise<Matter> {
  const skills = [{ skill: 'mediation', level: 2 as const }]
  // Nobody next door mediates.
  const mediator = await approved(cloud, admin, { weekly: always, skills, lat: 30.516, radiusMetres: 5000 })
  await cloud.ask(admin, 'volunteer.checkCertificate', {
    personId: mediator.personId,
    skill: 'mediation',
    until: after(9000),
  })
  const one = await named(cloud, await somebody(cloud), marks.partyName)
  const other = await named(cloud, await somebody(cloud), marks.otherPartyName)
  const asked = { kind: 'mediation', urgency: 'today', words: marks.disputeWords, address: marks.helpAddress } as const
  const ask = (hours: number) =>
    cloud.ask(one, 'volunteer.ask', { ...asked, windows: [{ from: after(hours), until: after(hours + 2) }] })
  const invite = async (helpRequestId: number) => {
    const { invitation } = await cloud.ask(one, 'volunteer.openMediation', { helpRequestId, place: '社区调解室' })
    return invitation?.code as string
  }
  const { helpRequestId } = await ask(0.02)
  await cloud.ask(other, 'volunteer.agreeToMediation', { code: await invite(helpRequestId) })
  const seek = jobs.find(({ name }) => name === 'seekHelp')
  await seek?.run({ sql: cloud.sql, services: cloud.server.services, now: () => new Date() }, { helpRequestId })
  const [offer] = (await cloud.ask(mediator, 'volunteer.myOffers', {})).rows
  const accepted = { offerId: offer?.offerId as number, accept: true }
  const { assignmentId } = await cloud.ask(mediator, 'volunteer.answerOffer', accepted)
  await cloud.ask(mediator, 'volunteer.checkIn', { assignmentId: assignmentId as number })
  const record = { helpRequestId, words: `${marks.mediationWords}，双方都同意`, after: 0 }
  await cloud.ask(mediator, 'volunteer.saveMediationRecord', record)
  const open = await ask(30)
  const code = await invite(open.helpRequestId)
  const refused = await ask(54)
  const declined = { code: await invite(refused.helpRequestId) }
  const settled = { helpRequestId }
  return {
    readers: { oneSide: one, otherSide: other, mediator },
    real: {},
    given: {
      'volunteer.mediation': settled,
      'volunteer.withdrawConsent': settled,
      'volunteer.changeMediator': { ...settled, assignmentId },
      'volunteer.saveMediationRecord': { ...settled, after: 1 },
      'volunteer.confirmRecord': { ...settled, version: 1 },
      // Whoever has no code tries one that is none.
      'volunteer.invitation': { code: '23456789ABCD' },
      'volunteer.agreeToMediation': { code: '23456789ABCD' },
      'volunteer.declineMediation': { code: '23456789ABCD' },
      'volunteer.openMediation': { helpRequestId: open.helpRequestId },
      'volunteer.checkCertificate': { personId: mediator.personId, skill: 'mediation' },
    },
    handed: {
      neighbour: {
        'volunteer.invitation': { code },
        'volunteer.agreeToMediation': { code },
        'volunteer.declineMediation': declined,
      },
    },
    also: {
      'volunteer.mediation': [{ helpRequestId: open.helpRequestId }],
      'volunteer.request': [settled],
      'volunteer.boardRequest': [settled, { helpRequestId: open.helpRequestId }],
      'volunteer.task': [{ assignmentId }],
    },
  }
}
