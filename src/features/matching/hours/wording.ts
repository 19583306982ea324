/** Minutes as people say them. */
const lengthOf = (minutes: number) =>
  [minutes >= 60 && `${Math.floor(minutes / 60)} 小时`, (minutes % 60 > 0 || minutes === 0) && `${minutes % 60} 分钟`]
    .filter(Boolean)
    .join(' ')

export const hoursWording = {
  title: '时长核对',
  lead: '核对过的才算。本人的由别人核对，谁也看不到别人的总数。',
  empty: '没有等核对的时长。',
  sources: { checked: '当天超过 8 小时', longer: '比约好的久', selfLogged: '自己补记', correction: '更正' },
  length: (minutes: number) => lengthOf(minutes),
  day: (minutes: number) => `这一天一共 ${lengthOf(minutes)}`,
  instead: '原来记的',
  said: (why: string) => `本人说：${why}`,
  picture: (n: number) => `照片 ${n}`,
  accept: '算上',
  accepted: '算上了，已经告诉本人',
  refuse: '不算',
  refuseTitle: '为什么不算',
  refuseLabel: '原因',
  refuseHint: '本人会看到，比如：那天没有这件事',
  refused: '没有算上，已经告诉本人',
}
