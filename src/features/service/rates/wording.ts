/** Words of the public rates. */
export const ratesWording = {
  title: '大家跑了几次',
  lead: (rate: string) => `${rate} 一次没跑`,
  none: '还没有办完的事，攒够了就公开。',
  since: (day: string) =>
    `从 ${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日起办完的事，按窗口真的见到几次算，没人能改。`,
  zero: '一次没跑',
  zeroNote: '在手机上就办完了',
  one: '只跑一次',
  oneNote: '来窗口一次就办完',
  onTime: '按时办完',
  satisfied: '满意',
  averageDays: '从收下到办完，平均',
  exceptions: (n: number) => (n === 0 ? '没有人跑第二次' : `破例跑第二次 ${n} 件，都道过歉`),
  decided: '办完',
  cases: (n: number) => `${n} 件`,
  few: '不到 10 件，不公布',
  byMonth: '按月',
  byDepartment: '按部门',
  month: (month: string) => `${Number(month.slice(5, 7))} 月`,
  days: (n: number) => `${Math.round(n * 10) / 10} 个工作日`,
}

/** 0.934 as 93%. */
export const percent = (rate: number | null) => (rate === null ? '—' : `${Math.round(rate * 100)}%`)
