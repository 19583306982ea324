/** What a person reads when WeChat's server cannot be used. */
export const wording = {
  noAnswer: '微信暂时没有回应，请稍后再试',
  answerUnclear: '微信的回应不完整，请稍后再试',
}
