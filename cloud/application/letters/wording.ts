import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { LetterKind } from './queries'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Words of official letters: short sentences that a neighbour understands, with the law they stand on. */

const day = (at: Date) => dayjs(at).tz('Asia/Shanghai').format('YYYY年M月D日')

export const letterWording = {
  titles: { receipt: '受理通知书', correctionNotice: '一次性补正告知书', decision: '办理决定书' } satisfies Record<
    LetterKind,
    string
  >,
  day,
  receipt: (item: string, on: Date, by: Date, limit: number) => [
    `您申请的“${item}”，我们已于${day(on)}受理。`,
    limit > 0
      ? `自受理次日起 ${limit} 个工作日内办结，最晚 ${day(by)} 给您结果。法定节假日和依法不计时的日子不算在内。`
      : `本事项当场办理，${day(by)} 下班前给您结果。`,
    '进度和每一天怎么算的，可以随时在“邻里帮”小程序里查看。',
  ],
  deemed: (on: Date) =>
    `收到申请后的法定期限内没有发出告知，依照《中华人民共和国行政许可法》第三十二条，自${day(on)}起视为受理。`,
  deferred: (names: readonly string[], until: Date) =>
    `还缺：${names.join('、')}。先受理，请在${day(until)}前补齐；到期未补齐，我们会书面撤回受理。`,
  correction: (item: string, due: Date, count: number) => [
    `您申请的“${item}”，还差 ${count} 样，补齐就能办。请在${day(due)}前在小程序里补上，不用来窗口。`,
    '这是一次性告知：这次没有提到的问题，以后不会再拿来退件（《中华人民共和国行政许可法》第三十二条）。',
  ],
  correctionHead: ['材料', '哪里不对', '怎么补'],
  typed: '填写的内容',
  approved: (item: string, on: Date) => `您申请的“${item}”，经审查符合规定，${day(on)}决定予以批准。`,
  refused: (item: string, on: Date) => `您申请的“${item}”，经审查，${day(on)}决定不予批准。`,
  reason: (reason: string) => `理由：${reason}`,
  basis: (basis: string) => `依据：${basis}`,
  appeal: (until: Date) =>
    `如不服本决定，可以在${day(until)}前在小程序里向县监督员申诉；也可以自收到本决定之日起六十日内依法申请行政复议，或者六个月内依法提起行政诉讼。`,
  result: (name: string) => `办理结果：${name}。`,
}
