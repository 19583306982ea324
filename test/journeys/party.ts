import { grantRole, type TestCloud, type TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { aMember, branchOf } from '../factories/branches'

/** What the pages of a party branch show: 刘敏 leads one, whose members have points, one of them quarrelled about. */

export interface PartyMatters {
  memberId: number
  /** A meeting that comes, and one that waits to be recorded. */
  coming: number
  begun: number
}

const hour = 3_600_000

export async function partyOf(cloud: TestCloud, liu: TestPerson): Promise<PartyMatters> {
  const [role] = await cloud.sql`select from role_grants where member_id = member_of(${liu.personId})`
  if (!role) await grantRole(cloud, liu.personId, 'partyMember', liuqiao)
  const saved = branchOf(liu.personId, { name: '柳桥第一支部' })
  const { branchId } = await cloud.ask(liu, 'hub.saveBranch', saved)
  const branch = { branchId, secretary: liu }
  const bao = await aMember(cloud, branch, '支委阿宝', { post: 'committee' })
  const luo = await aMember(cloud, branch, '罗大姐', { floating: true })
  const meetingOf = async (title: string, kind: 'general' | 'lecture', from: number) => {
    const startsAt = new Date(Date.now() + from * hour)
    const times = { startsAt, endsAt: new Date(startsAt.getTime() + 2 * hour) }
    const place = '社区二楼会议室'
    const remoteWay = '腾讯会议 123-456-789'
    const called = { kind, title, place, remoteWay, agenda: '学习文件，商量两件事。', ...times }
    return (await cloud.ask(bao, 'hub.saveMeeting', called)).meetingId
  }
  const coming = await meetingOf('十二月党员大会', 'general', 50)
  const begun = await meetingOf('十一月党课', 'lecture', -1)
  await cloud.ask(luo, 'hub.answerMeeting', { meetingId: coming, answer: 'leave', reason: '老人住院陪护' })
  const given = { code: 'branchMeeting', words: '十月党员大会签到' }
  await cloud.ask(bao, 'hub.givePoints', { ...given, personId: liu.personId })
  const wrong = { code: 'missedMeeting', words: '十月党课没有来' }
  const { entryId } = await cloud.ask(bao, 'hub.givePoints', { ...wrong, personId: luo.personId })
  await cloud.ask(luo, 'hub.appealPoints', { entryId, words: '那天我在外地，请过假' })
  return { memberId: luo.personId, coming, begun }
}
