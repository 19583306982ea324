/** Words of 党员中心户 on the four tab pages. */
export const hubWording = {
  entry: '中心户',
  entryNote: '有事问一问',
  findIt: '找我的中心户',
  findNote: (hours: number | undefined) => (hours ? `有事问他，${hours} 小时内有人回` : '邻居家的党员，有事问他'),
  waiting: '等网格员确认',
  orphaned: '等中心户安排',
  mine: '问中心户的',
  mineIs: '我的中心户',
  card: (name: string) => `我的中心户：${name}`,
  answered: { light: '回您话了，办得怎么样？', step: '去看看' },
  follow: { light: '等您去办', step: '去办' },
  look: '看一看',
  me: {
    hub: '我的中心户',
    hubNote: '问一问、请家里人加入',
    inbox: '居民来问的事',
    inboxNote: '您是中心户的人，等您回话',
    mine: '我的住户',
    community: '中心户管理',
    communityNote: '住户、覆盖、时限',
  },
}
