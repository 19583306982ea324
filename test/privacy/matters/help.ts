import { liuqiao } from '../../factories/areas'
import { applicant, approved } from '../../factories/volunteers'
import { marks } from '../marks'
import { after, always, hour, type Matter, named, onDay, type Scene } from '../scene'

/** Help that somebody accepted, help that nobody has, hours with a statement, a team and a shift. */
export async function helpMatter({ cloud, admin, resident }: Scene): Promise<Matter> {
  const done = await helpThatIsDone({ cloud, admin, resident })
  const volunteer = await approved(cloud, admin, { name: marks.volunteerName, weekly: always, radiusMetres: 5000 })
  await named(cloud, volunteer, marks.volunteerName, marks.volunteerPhone)
  const asked = { kind: 'errand', urgency: 'thisWeek', words: marks.helpWords, address: marks.helpAddress } as const
  const ask = (hours: number) =>
    cloud.ask(resident, 'volunteer.ask', { ...asked, windows: [{ from: after(hours), until: after(hours + 1) }] })
  const offerOf = async () => (await cloud.ask(volunteer, 'volunteer.myOffers', {})).rows[0]?.offerId as number
  const { helpRequestId } = await ask(24)
  const accepted = { offerId: await offerOf(), accept: true }
  const { assignmentId } = await cloud.ask(volunteer, 'volunteer.answerOffer', accepted)
  // One that waits for an answer, and one that is going on.
  const offered = await ask(48)
  const offerId = await offerOf()
  const now = await ask(0.02)
  const begun = await cloud.ask(volunteer, 'volunteer.answerOffer', { offerId: await offerOf(), accept: true })
  const open = await cloud.ask(resident, 'volunteer.ask', {
    ...asked,
    windows: [{ from: after(96), until: after(97) }],
    automatic: false,
  })
  const bystander = await approved(cloud, admin, { name: '赵旁人', weekly: always, radiusMetres: 5000 })

  const yesterday = new Date(Date.now() - 24 * hour)
  const served = { from: yesterday, until: new Date(yesterday.getTime() + hour), what: marks.serviceWords }
  const { recordId } = await cloud.ask(volunteer, 'volunteer.logHours', served)
  await cloud.ask(admin, 'volunteer.reviewHours', { recordId, accept: true })
  const days = { fromOn: onDay(-30), untilOn: onDay(0) }
  const statement = await cloud.ask(volunteer, 'volunteer.issueStatement', days)
  const earlier = new Date(yesterday.getTime() - 3 * hour)
  const waiting = { from: earlier, until: new Date(earlier.getTime() + hour), what: marks.serviceWords }
  const logged = await cloud.ask(volunteer, 'volunteer.logHours', waiting)

  const leaderId = volunteer.personId
  const { teamId } = await cloud.ask(admin, 'volunteer.createTeam', {
    kind: 'free',
    name: '互助队',
    areaCode: liuqiao,
    leaderId,
  })
  const shift = { profession: 'doctor' as const, areaCode: liuqiao, placeName: '卫生站', surname: '陈' }
  const times = { from: new Date(Date.now() - hour), until: after(2) }
  const { shiftId } = await cloud.ask(admin, 'volunteer.saveShift', { ...shift, ...times, personId: leaderId })
  await cloud.ask(volunteer, 'volunteer.agreeToShift', { shiftId, agree: true })
  await cloud.ask(resident, 'volunteer.callDuty', { shiftId, words: marks.helpWords })
  const [call] = (await cloud.ask(volunteer, 'volunteer.dutyCalls', {})).rows
  const asker = await approved(cloud, admin, { name: '想入队的人' })
  await cloud.ask(asker, 'volunteer.joinTeam', { teamId })
  const waitingFor = (await applicant(cloud)).personId
  const { helpRequestId: openId } = open
  return {
    readers: { theVolunteer: volunteer, anotherVolunteer: bystander },
    real: { helpRequestId, offerId, assignmentId, teamId, shiftId, callId: call?.callId, recordId, ...times },
    given: {
      'volunteer.checkIn': { assignmentId: begun.assignmentId },
      'volunteer.checkOut': { assignmentId: begun.assignmentId },
      'volunteer.swapPerson': { helpRequestId: now.helpRequestId, assignmentId: begun.assignmentId },
      'volunteer.confirmDone': { helpRequestId: done },
      'volunteer.rateHelp': { helpRequestId: done },
      'volunteer.sayAboutHelp': { words: '门铃坏了，请敲门' },
      'volunteer.askStaff': { helpRequestId: offered.helpRequestId },
      'volunteer.matchAgain': { helpRequestId: openId },
      'volunteer.consider': { helpRequestId: openId },
      'volunteer.closeHelp': { helpRequestId: openId },
      'volunteer.volunteer': { personId: leaderId },
      'volunteer.statement': { statementId: statement.statementId },
      'volunteer.checkStatement': { code: statement.checkCode },
      'volunteer.issueStatement': days,
      'volunteer.reviewHours': { recordId: logged.recordId },
      'volunteer.choose': { helpRequestId: openId, personId: bystander.personId },
      'volunteer.previewChoice': { helpRequestId: openId, personId: bystander.personId },
      'volunteer.decideVolunteer': { personId: waitingFor },
      'volunteer.decideMember': { personId: asker.personId },
      'volunteer.handOverTeam': { leaderId: bystander.personId },
      'volunteer.changeTeam': { name: '互助二队' },
      'volunteer.createTeam': { kind: 'free', leaderId: bystander.personId },
      'volunteer.saveShift': { personId: bystander.personId, from: after(30), until: after(31) },
      'volunteer.ask': { kind: 'errand', windows: [{ from: after(72), until: after(73) }], areaCode: liuqiao },
      'volunteer.changeRequest': { helpRequestId: openId, windows: [{ from: after(26), until: after(27) }] },
      'volunteer.logHours': { from: new Date(Date.now() - 4 * hour), until: new Date(Date.now() - 3 * hour) },
      'volunteer.correctHours': { from: yesterday, until: new Date(yesterday.getTime() + hour / 2) },
    },
    also: { 'volunteer.boardRequest': [{ helpRequestId: openId }], 'volunteer.volunteer': [{ personId: waitingFor }] },
  }
}

/** Help that somebody else gave an hour ago and that waits for her yes. */
async function helpThatIsDone({ cloud, admin, resident }: Pick<Scene, 'cloud' | 'admin' | 'resident'>) {
  const other = await approved(cloud, admin, { name: '做完的人', weekly: always, radiusMetres: 5000 })
  const windows = [{ from: after(0.02), until: after(1.1) }]
  const asked = { kind: 'errand', urgency: 'today', address: '别处', windows } as const
  const { helpRequestId } = await cloud.ask(resident, 'volunteer.ask', asked)
  const [offer] = (await cloud.ask(other, 'volunteer.myOffers', {})).rows
  const accepted = { offerId: offer?.offerId as number, accept: true }
  const assignmentId = (await cloud.ask(other, 'volunteer.answerOffer', accepted)).assignmentId as number
  await cloud.ask(other, 'volunteer.checkIn', { assignmentId })
  await cloud.ask(other, 'volunteer.checkOut', { assignmentId })
  await cloud.ask(other, 'volunteer.setPresence', { presence: 'paused' })
  return helpRequestId
}
