import type { MeetingKind } from '../../../../types/hub'

/** What the branches of the demo county say. */
export const branchWords = {
  branch: (community: string) => `${community}党支部`,
  place: '社区二楼会议室',
  remoteWay: '腾讯会议 268-419-537',
  meetings: {
    general: {
      title: '党员大会',
      agenda: '1. 学习文件\n2. 通报中心户这个季度办了哪些事\n3. 商量老旧楼道照明',
      summary: '学习了文件；通报了中心户办的事；定下老旧楼道照明先报社区，由户长们统计坏灯。',
    },
    committee: {
      title: '支委会',
      agenda: '1. 看没有办完的事\n2. 定下个月的会',
      summary: '看了没有办完的事，两件转给社区；定了下个月党员大会的日子。',
    },
    group: { title: '党小组会', agenda: '说说各户的情况', summary: '各户的情况都说了。' },
    lecture: {
      title: '党课',
      agenda: '怎么把居民的话听完、办完',
      summary: '书记讲课，大家讲了三件没办好的事，说了哪里可以改。',
    },
    life: { title: '组织生活会', agenda: '批评和自我批评', summary: '每个人都说了，记下了要改的。' },
  } satisfies Record<MeetingKind, { title: string; agenda: string; summary: string }>,
  leave: ['老人住院，要陪护', '那天值夜班', '在外地看孩子'],
  points: {
    met: '这个月支部的会，签到表上有名字',
    first: '台风那晚守积水点到天亮',
    missed: '上个月的党课没有来',
    appeal: '那天我请过假，说了要陪护老人',
    upheld: '查了会议记录，确实请过假，这一条更正。',
    dismissed: '请假是会后才说的，按规则还是要记，下次会前说一声就好。',
  },
} as const
