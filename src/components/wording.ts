/** Words of the controls themselves. */
export const componentWording = {
  optional: '（可不填）',
  loading: '正在取…',
  end: '就这些了',
  again: '再试一次',
  back: '返回',
  goHome: '回首页',
  callForHelp: '打电话，找人帮我',
  offline: '网断了。您填的都在，联网后自动提交。',
  more: (n: number) => `还有 ${n} 个`,
  seats: (free: number, all: number) => `共 ${all} 个名额，空 ${free} 个`,
  full: '满',
  place: (n: number) => `第 ${n} 位`,
  you: '您',
  seatsCount: (n: number) => `${n} 个名额`,
  saved: (at: string) => `${at} 已存在手机上`,
}
