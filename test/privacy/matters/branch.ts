import { grantRole } from '../../cloud'
import { liuqiao } from '../../factories/areas'
import { aBranch, aMember } from '../../factories/branches'
import { somebody } from '../../factories/volunteers'
import { marks } from '../marks'
import { after, type Matter, named, onDay, type Scene } from '../scene'

/** A branch with an ordinary member who excuses herself, gets points and appeals; a second branch; a party member of none. */
export async function branchMatter({ cloud, admin }: Scene): Promise<Matter> {
  const branch = await aBranch({ cloud, admin }, { name: marks.branchName })
  const { branchId, secretary } = branch
  const someone = await somebody(cloud)
  await grantRole(cloud, someone.personId, 'partyMember', liuqiao)
  const branchMember = await named(cloud, someone, marks.memberName, marks.memberPhone)
  const taken = { phone: marks.memberPhone, post: 'member' as const, sinceOn: '2026-03-01' }
  await cloud.ask(secretary, 'hub.addBranchMember', taken)
  const branchPeer = await aMember(cloud, branch, '支部里的人')
  const another = await aBranch({ cloud, admin })
  const anotherBranchMember = await aMember(cloud, another, '别的支部的人')
  const called = { kind: 'general' as const, title: '党员大会', place: '会议室' }
  const times = { startsAt: after(24), endsAt: after(25) }
  const { meetingId } = await cloud.ask(secretary, 'hub.saveMeeting', { ...called, ...times })
  await cloud.ask(branchMember, 'hub.answerMeeting', { meetingId, answer: 'leave', reason: marks.leaveReason })
  const given = { personId: branchMember.personId, code: 'leftUnanswered', words: marks.pointWords }
  const { entryId } = await cloud.ask(secretary, 'hub.givePoints', given)
  const second = await cloud.ask(secretary, 'hub.givePoints', { ...given, code: 'wentFirst' })
  await cloud.ask(branchMember, 'hub.appealPoints', { entryId, words: marks.appealWords })
  const quarter = onDay(0)
  const statement = await cloud.ask(branchMember, 'hub.issuePointStatement', { quarter })
  const [appeal] = (await cloud.ask(admin, 'hub.pointAppeals', {})).rows
  const partyMember = await somebody(cloud, ['partyMember', liuqiao])
  await cloud.ask(partyMember, 'people.bindPhone', { code: 'phone:13755550088:free' })
  const held = { startsAt: after(-2), endsAt: after(-1) }
  const past = await cloud.ask(secretary, 'hub.saveMeeting', { ...called, title: '开过的会', ...held })
  const attendance = [secretary, branchMember, branchPeer, partyMember].map((one) => ({
    personId: one.personId,
    attended: 'present',
  }))
  const member = { personId: branchMember.personId }
  return {
    readers: {
      branchMember: await cloud.signIn(branchMember.openid, { consent: false }),
      branchPeer,
      branchSecretary: secretary,
      anotherBranchMember,
      anotherSecretary: another.secretary,
      partyMember,
    },
    real: { branchId, meetingId, entryId, appealId: appeal?.appealId, quarter, phone: marks.residentPhone },
    given: {
      'hub.memberPoints': member,
      'hub.givePoints': { ...member, code: 'wentFirst' },
      'hub.changeBranchMember': { ...member, post: 'committee' },
      'hub.recordMeeting': { meetingId: past.meetingId, attendance },
      'hub.addBranchMember': { phone: '13755550088', sinceOn: '2026-03-01' },
      'hub.appealPoints': { entryId: second.entryId },
      'hub.issuePointStatement': { quarter },
      'hub.pointStatement': { statementId: statement.statementId },
      'hub.checkPointStatement': { code: statement.checkCode },
      'hub.saveBranch': {
        name: '又一支部',
        areaCode: liuqiao,
        secretaryId: partyMember.personId,
        foundedOn: '2026-01-01',
      },
      'hub.saveMeeting': { ...called, startsAt: after(48), endsAt: after(49) },
      'hub.branchMeetings': { fromOn: onDay(-30), untilOn: onDay(60) },
      'hub.pointRuleHistory': { code: 'answeredContact' },
      'hub.promises': { side: 'branch', status: 'open' },
    },
  }
}
