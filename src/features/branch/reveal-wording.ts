/** Words of looking at a door and a number. */
export const revealWording = {
  what: '为什么要看',
  tasks: { visit: '上门走访', contact: '回居民的事', enrol: '登记住户', correct: '改登记' },
  chooseTask: '先说为什么要看',
  note: '看一次记一次：谁、什么时候、为什么。住户和社区查得到。',
  noteFor: (task: string) => `看一次记一次，用途是「${task}」。住户和社区查得到。`,
  show: '看门牌和电话',
  noPhone: '没有登记电话',
  dial: '拨号',
}
