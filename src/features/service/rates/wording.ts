/** Words of the public rates. */
export const ratesWording = {
  title: '大家跑了几次',
  lead: (rate: string) => `${rate} 一次没跑`,
  none: '还没有办完的事，攒够了就公开。',
  since: (day: string) => `从 ${day} 起办完的事，按真的来过几次算，不是填的。`,
  zero: '零跑率',
  zeroNote: '一次没跑就办完',
  one: '一跑率',
  oneNote: '跑了不超过一次',
  onTime: '按时办完',
  satisfied: '满意',
  averageDays: '平均几个工作日',
  exceptions: '破例跑第二次',
  decided: '办完',
  cases: (n: number) => `${n} 件`,
  few: '不到 10 件，不公布',
  byMonth: '按月',
  byDepartment: '按部门',
  month: (month: string) => `${Number(month.slice(5, 7))} 月`,
  spoken: (name: string, rate: string, cases: number) => `${name}：零跑率 ${rate}，办完 ${cases} 件`,
  days: (n: number) => `${Math.round(n * 10) / 10} 天`,
}

/** 0.934 as 93%. */
export const percent = (rate: number | null) => (rate === null ? '—' : `${Math.round(rate * 100)}%`)
