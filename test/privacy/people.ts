import type { TestCloud, TestPerson } from '../cloud'
import { publish } from '../factories/activities'
import { openOffice, picture, submit } from '../factories/applications'
import { grid, liuqiao, yunling } from '../factories/areas'
import { aBranch, aMember } from '../factories/branches'
import { aHub, householdOf } from '../factories/hubs'
import { itemOf, publishItem } from '../factories/services'
import { approved, somebody } from '../factories/volunteers'

/** A neighbourhood in which every personal field holds something that stands nowhere else, and everybody who might look. */

/** What each personal field holds. Names and numbers of one person are told apart by whose they are. */
export const marks = {
  residentName: '王隐秀',
  residentPhone: '13711110001',
  residentMasked: '137****0001',
  volunteerName: '志隐明',
  volunteerPhone: '13711110002',
  volunteerMasked: '137****0002',
  hostName: '户隐长',
  hostPhone: '13711110003',
  hostMasked: '137****0003',
  householdDoor: '隐户 8 幢',
  householdPhone: '13722220009',
  joinerName: '问隐人',
  joinerDoor: '隐门 9 号',
  helpAddress: '隐路 77 号',
  helpWords: '隐求助的话',
  contactWords: '隐问事的话',
  formValue: '隐店名',
  feedbackWords: '隐投诉的话',
  memberName: '党隐员',
  leaveReason: '隐请假的理由',
  pointWords: '隐积分的依据',
  appealWords: '隐申诉的话',
  heardWords: '隐走访听到的话',
  promiseWords: '隐答应的事',
} as const
export type Field = keyof typeof marks

export interface Neighbours {
  /** Who looks: each role, and each side of the matters there are. */
  readers: Record<string, TestPerson | null>
  /** Ids of what there is, by the input field that takes them. */
  real: Record<string, unknown>
}

export async function moveIn(cloud: TestCloud): Promise<Neighbours> {
  const named = async (person: TestPerson, nickname: string, phone?: string) => {
    await cloud.ask(person, 'people.updateMe', { nickname, communityCode: liuqiao })
    if (phone) await cloud.ask(person, 'people.bindPhone', { code: `phone:${phone}:privacy` })
    return person
  }
  const office = await openOffice(cloud)
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const gridWorker = await somebody(cloud, ['gridWorker', liuqiao])
  const li = await named(await somebody(cloud), marks.residentName, marks.residentPhone)

  const branchLead = await somebody(cloud)
  const { hubId, host } = await aHub({ cloud, admin }, { branchLeadId: branchLead.personId })
  await named(host, marks.hostName, marks.hostPhone)
  const other = await aHub({ cloud, admin }, { name: '罗家中心户', lat: 30.53 })
  const home = householdOf({ door: marks.householdDoor, phone: marks.householdPhone })
  const { householdId } = await cloud.ask(gridWorker, 'hub.registerHousehold', home)
  const { code } = await cloud.ask(gridWorker, 'hub.inviteToHousehold', { householdId })
  await cloud.ask(li, 'hub.joinByCode', { code })
  const { contactId } = await cloud.ask(li, 'hub.askHub', { kind: 'ask', words: marks.contactWords })
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const { visitId } = await cloud.ask(host, 'hub.writeVisit', {
    visitedOn: today,
    householdIds: [householdId],
    heard: marks.heardWords,
    promises: [{ householdId, words: marks.promiseWords, dueOn: today }],
  })
  await cloud.ask(admin, 'hub.savePost', {
    kind: 'vanguard',
    name: '岗亭先锋岗',
    holderId: host.personId,
    areaCode: liuqiao,
    place: '广场岗亭',
    duties: '早晚高峰疏导',
    contactWay: '到岗亭找值班的人',
    consentOn: '2026-11-01',
  })
  const joiner = await named(await somebody(cloud), marks.joinerName)
  const asked = { areaCode: grid, door: marks.joinerDoor }
  const { joinRequestId } = await cloud.ask(joiner, 'hub.askToJoin', asked)

  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, untilMinute: 1440 }))
  const volunteer = await approved(cloud, admin, { name: marks.volunteerName, weekly, radiusMetres: 5000 })
  await named(volunteer, marks.volunteerName, marks.volunteerPhone)
  const day = 86_400_000
  const { helpRequestId } = await cloud.ask(li, 'volunteer.ask', {
    kind: 'errand',
    urgency: 'thisWeek',
    words: marks.helpWords,
    address: marks.helpAddress,
    windows: [{ from: new Date(Date.now() + day), until: new Date(Date.now() + day + 3_600_000) }],
  })
  const [offer] = (await cloud.ask(volunteer, 'volunteer.myOffers', {})).rows
  const offerId = offer?.offerId as number
  const { assignmentId } = await cloud.ask(volunteer, 'volunteer.answerOffer', { offerId, accept: true })
  const bystander = await approved(cloud, admin, { name: '赵旁人', weekly, radiusMetres: 5000 })

  const itemCode = await publishItem(cloud, office.admin)
  const { applicationId } = await submit(cloud, li, itemCode, { form: { shop: marks.formValue, seats: 8 } })
  const activityId = await publish(cloud, admin)
  await cloud.ask(li, 'activity.signUp', { activityId, party: 1 })
  const { feedbackId } = await cloud.ask(li, 'feedback.send', {
    kind: 'complaint',
    about: 'activity',
    anonymous: false,
    words: marks.feedbackWords,
  })
  const leaderId = volunteer.personId
  const team = { kind: 'free' as const, name: '互助队', areaCode: liuqiao, leaderId }
  const { teamId } = await cloud.ask(admin, 'volunteer.createTeam', team)
  const fileId = await picture(cloud, li)

  const partyMember = await somebody(cloud, ['partyMember', liuqiao])
  const branch = await aBranch({ cloud, admin })
  const { secretary } = branch
  const branchMember = await aMember(cloud, branch, marks.memberName)
  const branchPeer = await aMember(cloud, branch, '支部里的人')
  const called = { kind: 'general' as const, title: '党员大会', place: '会议室' }
  const times = { startsAt: new Date(Date.now() + day), endsAt: new Date(Date.now() + day + 3_600_000) }
  const { meetingId } = await cloud.ask(secretary, 'hub.saveMeeting', { ...called, ...times })
  await cloud.ask(branchMember, 'hub.answerMeeting', { meetingId, answer: 'leave', reason: marks.leaveReason })
  const given = { personId: branchMember.personId, code: 'leftUnanswered', words: marks.pointWords }
  const { entryId } = await cloud.ask(secretary, 'hub.givePoints', given)
  await cloud.ask(branchMember, 'hub.appealPoints', { entryId, words: marks.appealWords })
  const quarter = today
  const { statementId } = await cloud.ask(branchMember, 'hub.issuePointStatement', { quarter })
  return {
    readers: {
      nobody: null,
      neighbour: await named(await somebody(cloud), '张路人'),
      theResident: li,
      theVolunteer: volunteer,
      anotherVolunteer: bystander,
      theHost: host,
      anotherHost: other.host,
      branchLead,
      partyMember,
      branchMember,
      branchPeer,
      branchSecretary: secretary,
      anotherSecretary: (await aBranch({ cloud, admin })).secretary,
      organiser: await somebody(cloud, ['organiser', liuqiao]),
      gridWorker,
      gridWorkerElsewhere: await somebody(cloud, ['gridWorker', yunling]),
      clerk: office.clerk,
      approver: office.approver,
      communityAdmin: admin,
      communityAdminElsewhere: await somebody(cloud, ['communityAdmin', yunling]),
      supervisor: office.supervisor,
    },
    real: {
      activityId,
      applicationId,
      feedbackId,
      hubId,
      householdId,
      contactId,
      visitId,
      joinRequestId,
      helpRequestId,
      offerId,
      assignmentId,
      teamId,
      fileId,
      meetingId,
      statementId,
      quarter,
      memberId: branchMember.personId,
      personId: volunteer.personId,
      phone: marks.residentPhone,
      areaCode: liuqiao,
      itemId: 1,
      itemCode,
      draft: itemOf(),
    },
  }
}
