import type { ActivityDraft } from '../../../types/activity'

/** What an activity says, and when in the day it is. */
export type Template = Pick<ActivityDraft, 'kind' | 'title' | 'body' | 'placeName'> &
  Partial<
    Pick<
      ActivityDraft,
      | 'capacity'
      | 'groups'
      | 'maxParty'
      | 'questions'
      | 'join'
      | 'needsApproval'
      | 'showUpFirst'
      | 'accessNote'
      | 'waitlist'
    >
  > & {
    hour: number
    minute?: number
    hours: number
  }

/** What the activities of a county's neighbourhoods say. */
export const templates: readonly Template[] = [
  {
    kind: 'tea',
    title: '冬日茶话会：加装电梯怎么商量',
    body: '楼里老人多，电梯装不装、钱怎么分？坐下把话说开，住建局沈工来答疑。',
    placeName: '社区客厅',
    hour: 19,
    hours: 1.5,
    capacity: 30,
    maxParty: 2,
    accessNote: '门口没有台阶',
  },
  {
    kind: 'song',
    title: '云溪老歌会',
    body: '手风琴周老师伴奏，会唱的领唱，不会的拍手。带一首您最想唱的歌来。',
    placeName: '小广场',
    hour: 14,
    minute: 30,
    hours: 2,
    maxParty: 4,
  },
  {
    kind: 'culture',
    title: '学剪纸：窗花和生肖',
    body: '非遗传承人郑阿姨手把手教，剪刀红纸都备好了，剪好的带回家贴。',
    placeName: '文化活动室',
    hour: 9,
    minute: 30,
    hours: 2,
    capacity: 12,
    waitlist: true,
  },
  {
    kind: 'culture',
    title: '学做定胜糕',
    body: '从筛粉到上笼，做好了每人带四块回家。',
    placeName: '邻里食堂',
    hour: 9,
    minute: 30,
    hours: 2,
    capacity: 16,
    maxParty: 2,
    questions: [{ type: 'choice', key: 'sugar', label: '口味', required: true, choices: ['豆沙', '原味', '少糖'] }],
  },
  {
    kind: 'flower',
    title: '插花课：一把花装点一个家',
    body: '花材社区出，您带个瓶子来就行。',
    placeName: '社区客厅',
    hour: 14,
    hours: 1.5,
    capacity: 15,
  },
  {
    kind: 'reading',
    title: '周末读书会：一起读《乡土中国》',
    body: '读第三章，每人说一段自己村里的事。',
    placeName: '农家书屋',
    hour: 15,
    hours: 2,
    capacity: 20,
  },
  {
    kind: 'service',
    title: '家园卫士：楼道清洁半日',
    body: '清掉楼道里的杂物和小广告，手套口罩统一发。',
    placeName: '社区门口集合',
    hour: 8,
    minute: 30,
    hours: 3,
    capacity: 25,
    showUpFirst: true,
  },
  {
    kind: 'photo',
    title: '随手拍散步：找找身边的小毛病',
    body: '边走边拍：井盖松了、路灯坏了、树枝挡路，拍下来我们当场派单。',
    placeName: '社区公园东门',
    hour: 16,
    hours: 1.5,
    capacity: 20,
    maxParty: 3,
  },
  {
    kind: 'service',
    title: '银发理发日',
    body: '给七十岁以上的邻居免费理发，行动不便的可以上门。',
    placeName: '为老服务站',
    hour: 9,
    hours: 3,
    groups: [
      { name: '来店理发', capacity: 20 },
      { name: '上门理发', capacity: 5 },
    ],
  },
  {
    kind: 'culture',
    title: '亲子手工：旧报纸变花盆',
    body: '大人小孩一起动手，种一株小葱带回家。',
    placeName: '儿童之家',
    hour: 10,
    hours: 1.5,
    groups: [
      { name: '亲子', capacity: 12 },
      { name: '老人', capacity: 8 },
    ],
    maxParty: 3,
  },
  {
    kind: 'tea',
    title: '新邻居见面会',
    body: '刚搬来的、住了几十年的，都来认认门，交换一个本事。',
    placeName: '共享厨房',
    hour: 18,
    minute: 30,
    hours: 2,
    capacity: 24,
    maxParty: 3,
  },
  {
    kind: 'reading',
    title: '反诈课：这些电话别接',
    body: '派出所王警官讲五个最近发生的真事。',
    placeName: '社区教室',
    hour: 14,
    hours: 1,
    capacity: 40,
  },
  {
    kind: 'other',
    title: '量血压、配老花镜',
    body: '卫生服务中心的大夫来了，带上身份证和正在吃的药。',
    placeName: '为老服务站',
    hour: 8,
    hours: 3,
    capacity: 60,
  },
  {
    kind: 'service',
    title: '清洁河道志愿行动',
    body: '捡垃圾、清水草，会游泳的优先，全程有安全员。',
    placeName: '河滨码头',
    hour: 7,
    minute: 30,
    hours: 3,
    capacity: 30,
    needsApproval: true,
    questions: [{ type: 'choice', key: 'swim', label: '会游泳吗', required: true, choices: ['会', '不会'] }],
  },
  {
    kind: 'song',
    title: '越剧票友会',
    body: '来一段《十八相送》，行头社区借。',
    placeName: '戏台',
    hour: 19,
    hours: 2,
    capacity: 50,
    maxParty: 4,
  },
  {
    kind: 'flower',
    title: '阳台种菜交流',
    body: '换种子、换经验，农技站小何答疑。',
    placeName: '共享花园',
    hour: 15,
    minute: 30,
    hours: 1.5,
    capacity: 18,
  },
  {
    kind: 'culture',
    title: '写春联预备班',
    body: '颜体基础，笔墨纸砚都有，写得好的春节给大家送福。',
    placeName: '文化活动室',
    hour: 14,
    hours: 2,
    capacity: 14,
  },
  {
    kind: 'tea',
    title: '停车位怎么分：议一议',
    body: '晚上回来没处停？看看隔壁小区怎么做的，大家出主意。',
    placeName: '社区客厅',
    hour: 19,
    hours: 1.5,
    capacity: 35,
    join: 'community',
  },
  {
    kind: 'service',
    title: '一老一小陪伴日',
    body: '陪老人说说话，陪孩子写作业，志愿者先培训半小时。',
    placeName: '为老服务站',
    hour: 13,
    minute: 30,
    hours: 3,
    capacity: 12,
    join: 'volunteers',
  },
  {
    kind: 'photo',
    title: '老照片翻拍',
    body: '带上您的老照片，摄影协会帮您翻拍，给社区留一份档案。',
    placeName: '社区教室',
    hour: 9,
    hours: 3,
    capacity: 20,
  },
]
