import { grid, liuqiao } from '../../factories/areas'
import { aHub, householdOf } from '../../factories/hubs'
import { somebody } from '../../factories/volunteers'
import { marks } from '../marks'
import { type Matter, named, onDay, type Scene } from '../scene'

/** A hub with a household that asks, is visited and is promised something; somebody who asks unnamed; somebody who wants to join. */
export async function hubMatter({ cloud, admin, gridWorker, resident }: Scene): Promise<Matter> {
  const branchLead = await somebody(cloud)
  const deputy = await somebody(cloud, ['partyMember', liuqiao])
  const more = { branchLeadId: branchLead.personId, deputyIds: [deputy.personId] }
  const { hubId, host } = await aHub({ cloud, admin }, more)
  await named(cloud, host, marks.hostName, marks.hostPhone)
  const other = await aHub({ cloud, admin }, { name: '罗家中心户', lat: 30.53 })
  const home = householdOf({ door: marks.householdDoor, phone: marks.householdPhone })
  const { householdId } = await cloud.ask(gridWorker, 'hub.registerHousehold', home)
  const anonymous = await named(cloud, await somebody(cloud), marks.anonymousName)
  for (const who of [resident, anonymous]) {
    const { code } = await cloud.ask(gridWorker, 'hub.inviteToHousehold', { householdId })
    await cloud.ask(who, 'hub.joinByCode', { code })
  }
  const asked = { kind: 'ask', words: marks.contactWords, callBack: true } as const
  const { contactId } = await cloud.ask(resident, 'hub.askHub', asked)
  const unnamed = await cloud.ask(anonymous, 'hub.askHub', { kind: 'suggest', words: '路灯该修了', anonymous: true })
  // Both agree to exchange numbers about it; three more are answered, handed on and still to be handed on.
  for (const who of [resident, host]) await cloud.ask(who, 'hub.shareNumber', { contactId, share: true })
  const [answered, handedOn, fresh] = [
    await cloud.ask(resident, 'hub.askHub', asked),
    await cloud.ask(resident, 'hub.askHub', asked),
    await cloud.ask(resident, 'hub.askHub', asked),
  ]
  const step = async (of: { contactId: number }) => {
    const { version } = await cloud.ask(host, 'hub.contact', { contactId: of.contactId })
    return { contactId: of.contactId, version, words: '已经办好了' }
  }
  await cloud.ask(host, 'hub.answerContact', await step(answered))
  const on = { ...(await step(handedOn)), to: 'helpRequest' as const }
  const { handOnId } = await cloud.ask(host, 'hub.handOnContact', on)
  const visitedOn = onDay(0)
  const { visitId } = await cloud.ask(host, 'hub.writeVisit', {
    visitedOn,
    householdIds: [householdId],
    heard: marks.heardWords,
    promises: [{ householdId, words: marks.promiseWords, dueOn: visitedOn }],
  })
  const [promise] = (await cloud.ask(branchLead, 'hub.promises', { side: 'branch', status: 'open' })).rows
  const { postId } = await cloud.ask(admin, 'hub.savePost', {
    kind: 'vanguard',
    name: '岗亭先锋岗',
    holderId: host.personId,
    areaCode: liuqiao,
    place: '广场岗亭',
    duties: '早晚高峰疏导',
    contactWay: '到岗亭找值班的人',
    consentOn: '2026-11-01',
  })
  const joiner = await named(cloud, await somebody(cloud), marks.joinerName)
  const { joinRequestId } = await cloud.ask(joiner, 'hub.askToJoin', { areaCode: grid, door: marks.joinerDoor })
  const { code } = await cloud.ask(gridWorker, 'hub.inviteToHousehold', { householdId })
  const promiseId = promise?.promiseId
  return {
    readers: { theHost: host, deputy, anotherHost: other.host, branchLead, anonymous, joiner },
    real: { hubId, householdId, contactId, visitId, promiseId, postId, joinRequestId, task: 'visit' },
    given: {
      'hub.joinByCode': { code },
      'hub.sayInContact': { words: '好的' },
      'hub.confirmContact': { contactId: answered.contactId },
      'hub.rateContact': { contactId: answered.contactId },
      'hub.followHandOn': { contactId: handedOn.contactId, handOnId },
      'hub.handOnContact': { contactId: fresh.contactId, to: 'activity' },
      'hub.passOnContact': { contactId: fresh.contactId, hubId: other.hubId },
      'hub.callInContact': { contactId: handedOn.contactId },
      'hub.linkHousehold': { hubId: other.hubId },
      'hub.decideJoin': { householdId },
      'hub.importHouseholds': { base64: base64Of(`网格编码,门牌,人数,联系原因\n${grid},9 幢 7 室,2,邻居\n`) },
      'hub.askToJoin': { areaCode: grid, door: '9 幢 9 室' },
      'hub.registerHousehold': { areaCode: grid, door: '9 幢 8 室' },
      'hub.writeVisit': { visitedOn, householdIds: [householdId] },
      'hub.saveHub': { hostId: deputy.personId, lat: 30.52, lng: 120.52, consentOn: '2026-11-01' },
      'hub.savePost': { holderId: host.personId, kind: 'vanguard', consentOn: '2026-11-01' },
      'hub.setAbsence': { from: onDay(1), until: onDay(2) },
    },
    also: { 'hub.contact': [unnamed, answered].map(({ contactId: id }) => ({ contactId: id })) },
  }
}

const base64Of = (text: string) => Buffer.from(text).toString('base64')
