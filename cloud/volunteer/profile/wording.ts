/** Words under a field of a volunteer's form, and names of what is no longer there. */
export const profileWording = {
  homeAreaUnknown: '没有这个籍贯',
  endsBeforeItBegins: '结束要晚于开始',
  tooFarAhead: '日期太远了',
}
