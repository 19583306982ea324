/** Words of 党员中心户 on the four tab pages. */
export const hubWording = {
  me: {
    inbox: '居民来问的事',
    inboxNote: '您是中心户的人，等您回话',
    mine: '我的住户',
    community: '中心户管理',
    communityNote: '住户、覆盖、时限',
  },
}
