import { fullDay } from '../../../platform/dates'

/** Words of handing cases over and of absences. */
export const handOverWording = {
  title: (n: number) => (n > 1 ? `转 ${n} 件给同事` : '转给同事'),
  who: '转给谁',
  load: (n: number) => `手上 ${n} 件`,
  away: (until: Date) => `请假到 ${fullDay(until)}`,
  note: '交代一句',
  noteHint: '办到哪了，要注意什么',
  submit: '转过去',
  done: '转过去了，已经告诉对方',
  nobody: '这里没有别的同事。',
  notes: ['我明天起休假，请接着办。', '这件更合您的片区。', '要您一起看看图纸。'],
}

export const absenceWording = {
  title: '请假',
  lead: '从第一天起，您手上的件自动交给替您的人，新的也不会派给您。',
  mine: '已经登记的',
  none: '没有登记请假。',
  from: '从哪天',
  until: '到哪天',
  pick: '选日子',
  cover: '谁替您',
  coverMissing: '请选一位替您的同事',
  dayMissing: '请选日子',
  endsBeforeItBegins: '到的日子不能早于开始的日子',
  submit: '登记请假',
  saved: (n: number) => (n > 0 ? `登记好了，${n} 件已经交过去` : '登记好了'),
  span: (from: string, until: string) => (from === until ? from : `${from} 到 ${until}`),
  coverName: (name: string) => `${name}替您`,
  end: '取消请假',
  endSure: '取消以后，新的件会再派给您；已经交出去的不会自动回来。',
  keep: '留着',
  ended: '取消了',
  refusals: {
    notAColleague: '这位不能替您，换一位',
    colleagueAway: (until: Date) => `这位请假到 ${fullDay(until)}，换一位`,
    overlaps: (from: string, until: string) => `和已经登记的 ${from} 到 ${until} 重了`,
  },
}
