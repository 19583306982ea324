/** The words of the calendar, as a resident reads them beside a day. */
export const wording = {
  workingDay: '工作日',
  weekend: '周末',
  makeUpDay: '调休上班',
  startDay: '当天不算，从下一个工作日算起',
  festivals: {
    newYear: '元旦',
    springFestival: '春节',
    tombSweeping: '清明节',
    labourDay: '劳动节',
    dragonBoat: '端午节',
    midAutumn: '中秋节',
    nationalDay: '国庆节',
  },
}
