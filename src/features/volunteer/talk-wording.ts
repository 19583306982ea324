/** Words of the thread between both sides of a task. */
export const talkWording = {
  title: '消息',
  empty: '还没有说过话。',
  you: '您',
  youAsked: '请对方回个电话',
  asksYou: '想请您回个电话',
  field: '要说的话',
  hint: '可以用键盘上的话筒说',
  send: '发出去',
  sent: '发出去了',
  kept: '已保存，联网后自动发',
  outbox: '给邻居的话',
}
