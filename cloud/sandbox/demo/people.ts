import type { FastifyInstance } from 'fastify'
import type { Role } from '../../../types/operation'

export interface DemoPerson {
  openid: string
  nickname: string
  /** What this person shows, in words for the sign-in page. */
  role: string
  community: string
  grants: { role: Role; areaCode: string }[]
}

/** People with a name to sign in as; nearly 600 more live around them. */
export const demoPeople: readonly DemoPerson[] = [
  { openid: 'demo-wang', nickname: '王秀兰', role: '居民', community: '990101001001', grants: [] },
  { openid: 'demo-li', nickname: '李奶奶', role: '居民（试试长辈模式）', community: '990101001001', grants: [] },
  {
    openid: 'demo-luo',
    nickname: '罗小梅',
    role: '志愿者：接求助、去帮忙、看时长',
    community: '990101001001',
    grants: [],
  },
  {
    openid: 'demo-huang',
    nickname: '黄志远',
    role: '党员中心户户长：答复、走访',
    community: '990101001001',
    grants: [],
  },
  {
    openid: 'demo-xu',
    nickname: '许慧兰',
    role: '柳桥社区党支部书记：看超时、催办',
    community: '990101001001',
    grants: [],
  },
  {
    openid: 'demo-liu',
    nickname: '刘敏',
    role: '柳桥社区管理员：审批、发布',
    community: '990101001001',
    grants: [{ role: 'communityAdmin', areaCode: '990101001001' }],
  },
  {
    openid: 'demo-chen',
    nickname: '陈建国',
    role: '团队负责人：发布活动、签到',
    community: '990101001002',
    grants: [{ role: 'organiser', areaCode: '990101001' }],
  },
  {
    openid: 'demo-sun',
    nickname: '孙丽',
    role: '窗口人员、网格员：收件受理，代居民报名',
    community: '990101001001',
    grants: [
      { role: 'gridWorker', areaCode: '990101001001001' },
      { role: 'clerk', areaCode: '990101001' },
    ],
  },
  {
    openid: 'demo-qian',
    nickname: '钱卫东',
    role: '窗口人员：和孙丽一个窗口',
    community: '990101001002',
    grants: [{ role: 'clerk', areaCode: '990101001' }],
  },
  {
    openid: 'demo-zhao',
    nickname: '赵明',
    role: '审批人：审查、决定、延期',
    community: '990101001003',
    grants: [{ role: 'approver', areaCode: '990101001' }],
  },
  {
    openid: 'demo-zhou',
    nickname: '周正',
    role: '县管理员、监督员：授权、看全县',
    community: '990101002001',
    grants: [
      { role: 'communityAdmin', areaCode: '990101' },
      { role: 'supervisor', areaCode: '990101' },
    ],
  },
]

/** Lets the H5 sign-in page offer the demo people. Only mounted with the sandbox. */
export async function mountDemoPeople(app: FastifyInstance): Promise<void> {
  app.get('/sandbox/people', async () => ({
    people: demoPeople.map(({ openid, nickname, role }) => ({ openid, nickname, role })),
  }))
}
