import { wording } from '../wording'
import type { Setting } from './form'

/** Words of the county's numbers for 党员中心户. */
export const settingsWording = {
  title: wording.community.settings,
  lead: '全县一样。改了以后，新来的事按新的算，已经来的还按原来的。',
  readOnly: '只有县管理员能改，您可以看。',
  parts: { households: '住户', answers: '回话的时限' },
  range: (least: number, most: number) => `填 ${least} 到 ${most}`,
  save: '存好',
  saved: '存好了',
  unchanged: '没有改动',
  notANumber: '填数字',
}

export const settingWords: Record<Setting, { label: string; why: string }> = {
  mostHouseholds: { label: '一家中心户最多管几户', why: '单独写了户数的中心户按它自己的。' },
  reachMetres: { label: '最远分到多少米（走路）', why: '再远就不自动分，列在「还没人管」里。' },
  invitationDays: { label: '邀请码几天内有效', why: '过了要重新要一个。' },
  firstAnswerHours: { label: '几小时内第一次回话', why: '到点没回，转给代理人、党支部、社区。' },
  nextAnswerHours: { label: '转到上一级以后，再给几小时', why: '每转一级重新算。' },
  answerDays: { label: '几天内说清办得怎么样', why: '从居民来问那天算。' },
  confirmDays: { label: '回话后几天不说话就算办好', why: '居民随时可以评价。' },
}
