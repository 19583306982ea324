import type { Settings } from '../shapes'

/** Words of the county's numbers for 最多跑一次. */

interface SettingWords {
  label: string
  unit: string
  why: string
}

export const settingWords: Record<keyof Settings, SettingWords> = {
  noticeDays: {
    label: '收到申请后，几天内受理或一次性告知',
    unit: '工作日',
    why: '到点没动作，系统自动受理。行政许可法第 32 条：最多 5 天。',
  },
  deliveryDays: {
    label: '作了决定后，几天内送达',
    unit: '工作日',
    why: '行政许可法第 44 条：最多 10 天。',
  },
  escalateDays: {
    label: '报审批人后，再过几天报监督员',
    unit: '工作日',
    why: '逾期先报审批人，还没办就报监督员，每一步都记下来。',
  },
  callBackDays: {
    label: '收到差评后，几天内回访',
    unit: '工作日',
    why: '回访的人看得到电话，被评的人看不到是谁评的。',
  },
  appealDays: {
    label: '收到决定后，多少天内能申诉',
    unit: '天',
    why: '按日历算，放假也算。',
  },
  appealAnswerDays: {
    label: '收到申诉后，几天内答复',
    unit: '工作日',
    why: '监督员答复：维持，或者换人重新审。',
  },
  closeDays: {
    label: '送达后，没人评价的多少天归档',
    unit: '天',
    why: '按日历算，归档以后不能再评。',
  },
}

export const settingsWording = {
  title: '时限设置',
  lead: '全县一样。改了以后，新开始的时限按新的算，已经在走的不变。',
  readOnly: '只有县管理员能改，您可以看。',
  parts: { working: '办件的时限', after: '办完以后' },
  range: (least: number, most: number) => `能填 ${least} 到 ${most}`,
  label: ({ label, unit }: SettingWords) => `${label}（${unit}）`,
  save: '存好',
  saved: '存好了',
  mistakes: (n: number) => `还有 ${n} 处要改`,
  unchanged: '没有改动',
  notYours: '只有县管理员能改',
}
