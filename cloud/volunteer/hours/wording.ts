/** Words of the 平台服务记录. It is evidence of the platform, not the 志愿服务记录证明 that an organisation issues (民政部令第67号). */

const hours = (minutes: number): string => {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `${whole > 0 ? `${whole} 小时` : ''}${rest > 0 || whole === 0 ? `${whole > 0 ? ' ' : ''}${rest} 分钟` : ''}`
}
const date = (day: string) => {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日`
}

export const statementWording = {
  title: '平台服务记录',
  fileName: '平台服务记录',
  office: (county: string) => `${county}邻里帮`,
  number: (statementId: number) => `服务记录第 ${statementId} 号`,
  paragraphs: (name: string, fromOn: string, untilOn: string, minutes: number, records: number) => [
    `${name}在${date(fromOn)}至${date(untilOn)}期间，通过本平台参加志愿服务 ${records} 次，共 ${hours(minutes)}。`,
    '时长按签到、签退记录；自己补记的，已经由所在社区核对。',
  ],
  head: ['日期', '服务内容', '时长'],
  more: (left: number) => `另有 ${left} 次没有逐条列出，已经计入合计。`,
  closing: '本记录由平台依据服务记录生成，可以用下面的校验码核对，不等于志愿服务组织出具的证明。',
  longer: '服务',
  date,
  hours,
}
