import type { hub } from '../../types/hub'
import type { RequestOf } from '../../types/operation'
import type { TestPerson } from '../cloud'
import { grid, liuqiao } from '../factories/areas'
import { aBranch, aMember, aPartyMember, branchOf } from '../factories/branches'
import { aHousehold, aHub, type Community, householdOf, hubOf, member } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

type Without<T> = T extends { requestId: string } ? Omit<T, 'requestId'> : T
/** For every operation of hub.*, somebody who may call it and an input about things that are there. A new operation without a line does not compile. */
export type Calls = { [V in keyof typeof hub]: readonly [who: TestPerson, input: Without<RequestOf<(typeof hub)[V]>>] }

/** What ends something for the others: called last. */
export const ending: readonly (keyof Calls)[] = [
  'withdrawContact',
  'leavePost',
  'endPost',
  'leaveHousehold',
  'endHousehold',
  'closeHub',
  'closeBranch',
]

export interface World {
  calls: Calls
  people: TestPerson[]
  /** Numbers of things that are there, of every kind. */
  ids: number[]
}

/** One of everything that 党员中心户 knows, and who has to do with it. The clock stands at the community's Monday morning, which is after today. */
export async function wholeWorld(c: Community): Promise<World> {
  const { cloud, admin, gridWorker } = c
  const deputy = await somebody(cloud)
  const lead = await somebody(cloud)
  const { hubId, host } = await aHub(c, { deputyIds: [deputy.personId], branchLeadId: lead.personId })
  const near = await aHub(c, { name: '罗家中心户', lat: 30.53 })
  const { householdId } = await aHousehold(c)
  const [other, moved, ended] = [await aHousehold(c), await aHousehold(c), await aHousehold(c)].map(
    (one) => one.householdId,
  ) as [number, number, number]
  const li = await member(c, householdId)
  const phoneOf = (who: TestPerson) => String(13_100_000_000 + who.personId)
  for (const who of [li, host])
    await cloud.ask(who, 'people.bindPhone', { code: `phone:${phoneOf(who)}:${who.personId}` })
  const asker = await somebody(cloud)
  const { joinRequestId } = await cloud.ask(asker, 'hub.askToJoin', { areaCode: liuqiao, door: '1 号' })
  const newcomer = await somebody(cloud)
  const { code } = await cloud.ask(gridWorker, 'hub.inviteToHousehold', { householdId: other })
  const question = { kind: 'ask' as const, words: '楼道灯坏了', hubId, callBack: true }
  const { contactId } = await cloud.ask(li, 'hub.askHub', question)
  const wish = await cloud.ask(li, 'hub.askHub', { ...question, kind: 'visit' })
  const handed = (await cloud.ask(li, 'hub.askHub', question)).contactId
  const seen = async (id: number) => (await cloud.ask(li, 'hub.contact', { contactId: id })).version
  const handOn = { contactId: handed, version: await seen(handed), to: 'activity' as const, words: '一起来' }
  const { handOnId } = await cloud.ask(host, 'hub.handOnContact', handOn)
  const day = '2026-11-30'
  const visit = {
    visitedOn: day,
    householdIds: [householdId],
    heard: '灯不亮',
    promises: [{ householdId, words: '换灯', dueOn: day }],
  }
  const { visitId } = await cloud.ask(host, 'hub.writeVisit', visit)
  const [promise] = (await cloud.ask(host, 'hub.promises', { side: 'hub', status: 'open' })).rows
  const promiseId = promise?.promiseId as number
  const postOf = { kind: 'vanguard' as const, holderId: host.personId, areaCode: liuqiao, consentOn: '2026-11-01' }
  const post = { ...postOf, name: `岗${hubId}`, place: '岗亭', duties: '值班', contactWay: '到岗亭' }
  const { postId } = await cloud.ask(admin, 'hub.savePost', post)
  const spare = (await cloud.ask(admin, 'hub.savePost', { ...post, name: `空岗${hubId}` })).postId
  const branch = await aBranch(c)
  const { branchId, secretary } = branch
  const luo = await aMember(cloud, branch, '罗大姐', { post: 'committee' })
  const free = await aPartyMember(cloud, '何师傅')
  const from = c.now().getTime()
  const called = { kind: 'general' as const, title: '党员大会', place: '会议室' }
  const meetingAt = async (hours: number) => {
    const startsAt = new Date(from + hours * 3_600_000)
    const times = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }
    return (await cloud.ask(secretary, 'hub.saveMeeting', { ...called, ...times })).meetingId
  }
  const [coming, off] = [await meetingAt(5), await meetingAt(6)]
  const held = await meetingAt(1)
  const given = { personId: luo.personId, code: 'wentFirst', words: '防汛值守' }
  const { entryId } = await cloud.ask(secretary, 'hub.givePoints', given)
  const second = (await cloud.ask(secretary, 'hub.givePoints', { ...given, words: '夜里巡逻' })).entryId
  const third = (await cloud.ask(secretary, 'hub.givePoints', { ...given, words: '带头清淤' })).entryId
  await cloud.ask(luo, 'hub.appealPoints', { entryId: second, words: '应当再多一些' })
  const [appeal] = (await cloud.ask(admin, 'hub.pointAppeals', {})).rows
  const appealId = appeal?.appealId as number
  const { statementId } = await cloud.ask(luo, 'hub.issuePointStatement', { quarter: day })
  const { fingerprint } = await cloud.ask(admin, 'hub.proposal', { areaCode: liuqiao })
  const settings = await cloud.ask(admin, 'hub.hubSettings', {})
  const { mayChange: _, ...numbers } = settings
  const table = `网格编码,门牌,人数,联系原因\n${grid},表 ${householdId} 号,3,邻居`
  c.pass(1.5)
  const startsAt = new Date(from + 30 * 3_600_000)
  /** A contact for one act that changes it. */
  const fresh = async () => {
    const asked = (await cloud.ask(li, 'hub.askHub', question)).contactId
    return { contactId: asked, version: await seen(asked) }
  }
  const done = await fresh()
  await cloud.ask(host, 'hub.answerContact', { ...done, words: '换好了' })
  const calls: Calls = {
    hubs: [li, { hubId }],
    myHub: [li, {}],
    coverage: [li, { areaCode: liuqiao }],
    hubBoard: [admin, { areaCode: liuqiao }],
    saveHub: [
      admin,
      {
        ...hubOf(host.personId),
        hubId,
        deputyIds: [deputy.personId],
        branchLeadId: lead.personId,
        hours: [{ weekday: 1, fromMinute: 540, untilMinute: 600 }],
      },
    ],
    hubSettings: [admin, {}],
    saveHubSettings: [admin, numbers],
    myHubs: [host, {}],
    hubToEdit: [admin, { hubId }],
    partyMembers: [admin, { areaCode: liuqiao, search: '陈' }],
    closing: [admin, { hubId }],
    registerHousehold: [gridWorker, householdOf()],
    importHouseholds: [gridWorker, { base64: Buffer.from(table).toString('base64') }],
    households: [gridWorker, { areaCode: liuqiao, hubId }],
    myHouseholds: [host, {}],
    revealHousehold: [host, { householdId, task: 'visit' }],
    changeHousehold: [gridWorker, { householdId: other, version: 2, people: 4 }],
    linkHousehold: [gridWorker, { householdId: moved, version: 2, hubId: near.hubId, why: '近' }],
    proposal: [admin, { areaCode: liuqiao }],
    applyProposal: [admin, { areaCode: liuqiao, fingerprint }],
    inviteToHousehold: [li, { householdId }],
    joinByCode: [newcomer, { code }],
    askToJoin: [await somebody(cloud), { areaCode: liuqiao, door: '2 号' }],
    joinRequests: [gridWorker, { areaCode: liuqiao }],
    joinRequest: [gridWorker, { joinRequestId }],
    decideJoin: [gridWorker, { joinRequestId, approve: true, householdId: other }],
    askHub: [li, question],
    myContacts: [li, {}],
    contact: [host, { contactId }],
    sayInContact: [li, { contactId, words: '还在等' }],
    askCallBack: [li, { contactId }],
    shareNumber: [li, { contactId, share: true }],
    contactNumber: [host, { contactId }],
    hubInbox: [host, {}],
    callInContact: [host, { contactId }],
    stepContact: [host, { ...(await fresh()), step: 'claim', words: '在办' }],
    handOnContact: [host, { ...(await fresh()), to: 'helpRequest', words: '请人来' }],
    passOnContact: [host, { ...(await fresh()), hubId: near.hubId, words: '转给您' }],
    takeOverContact: [admin, await fresh()],
    answerContact: [host, { ...(await fresh()), words: '办好了' }],
    confirmContact: [li, { contactId: done.contactId }],
    rateContact: [li, { contactId: done.contactId, stars: 5, comment: '快' }],
    followHandOn: [li, { contactId: handed, handOnId, targetId: 1 }],
    contactBoard: [admin, { areaCode: liuqiao }],
    setAbsence: [deputy, { from: day, until: '2026-12-01' }],
    pointRules: [luo, { areaCode: liuqiao }],
    pointRuleHistory: [luo, { code: 'wentFirst', areaCode: liuqiao }],
    savePointRule: [
      admin,
      {
        code: 'wentFirst',
        areaCode: liuqiao,
        words: '走在前面',
        kind: 'addition',
        points: 3,
        cap: 30,
        fromOn: day,
        reason: '本社区定的',
      },
    ],
    myPoints: [luo, { quarter: day }],
    memberPoints: [secretary, { personId: luo.personId, quarter: day }],
    givePoints: [secretary, { personId: luo.personId, code: 'wentFirst', words: '带头打扫' }],
    takeBackPoints: [secretary, { entryId: third, words: '记错了人' }],
    appealPoints: [luo, { entryId, words: '应当再多一些' }],
    pointAppeals: [admin, {}],
    decidePointAppeal: [admin, { appealId, uphold: false, words: '按规定就是这些' }],
    issuePointStatement: [secretary, { quarter: day, personId: luo.personId }],
    pointStatement: [luo, { statementId }],
    checkPointStatement: [li, { code: 'ABCD-EFGH-JKLM' }],
    branches: [admin, { areaCode: liuqiao }],
    saveBranch: [admin, { ...branchOf(secretary.personId), branchId }],
    myBranch: [luo, {}],
    branchMembers: [secretary, {}],
    addBranchMember: [secretary, { phone: free.phone, post: 'member', sinceOn: '2026-03-01' }],
    changeBranchMember: [secretary, { personId: luo.personId, post: 'committee', floating: true }],
    branchMeetings: [luo, { fromOn: day, untilOn: '2026-12-31' }],
    branchMeeting: [luo, { meetingId: coming }],
    saveMeeting: [secretary, { ...called, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }],
    answerMeeting: [luo, { meetingId: coming, answer: 'coming' }],
    recordMeeting: [
      secretary,
      {
        meetingId: held,
        version: 1,
        attendance: [luo, secretary, free].map(({ personId }) => ({ personId, attended: 'present' as const })),
        summary: '学了文件',
      },
    ],
    cancelMeeting: [secretary, { meetingId: off, reason: '会场停电' }],
    overdueMeetings: [secretary, {}],
    writeVisit: [host, { ...visit, contactId: wish.contactId }],
    visits: [host, { hubId, householdId }],
    visit: [host, { visitId }],
    correctVisit: [host, { visitId, version: 1, heard: '灯不亮，门也坏' }],
    promises: [host, { side: 'hub', status: 'open' }],
    keepPromise: [host, { promiseId, outcome: '换好了' }],
    visitsToMe: [li, {}],
    posts: [li, { areaCode: liuqiao, kind: 'vanguard' }],
    postBoard: [admin, { areaCode: liuqiao }],
    savePost: [admin, { ...post, postId, version: 1 }],
    myPosts: [host, {}],
    withdrawContact: [li, { contactId }],
    leavePost: [host, { postId }],
    endPost: [admin, { postId: spare, reason: '不设了' }],
    leaveHousehold: [li, {}],
    endHousehold: [gridWorker, { householdId: ended, version: 2, why: '搬走了' }],
    closeHub: [admin, { hubId, reason: '户长搬走了' }],
    closeBranch: [admin, { branchId, reason: '并到别的支部' }],
  }
  return {
    calls,
    people: [li, host, deputy, lead, admin, gridWorker, secretary, luo, asker, newcomer],
    ids: [
      hubId,
      near.hubId,
      householdId,
      other,
      contactId,
      wish.contactId,
      handed,
      joinRequestId,
      visitId,
      promiseId,
    ].concat([
      postId,
      branchId,
      coming,
      held,
      entryId,
      second,
      appealId,
      statementId,
      handOnId,
      li.personId,
      host.personId,
    ]),
  }
}
