import type { ContactKind } from '../../types/hub'

/** Words of 党员中心户 that leave the cloud. */
export const hubWording = {
  accountDeleted: '户长注销了账号',
  forgotten: '已注销',
  forgottenWords: '（写的人已注销，内容已删除）',
  handedOnDone: '转办的事办完了，您看办得怎么样？',
  visited: '上门来过了，您看还有什么事？',
  holderDeleted: '本人注销了账号',
  consentWithdrawn: '本人撤回了同意',
  contactKinds: {
    ask: '问事',
    suggest: '建议',
    complain: '投诉',
    difficulty: '困难',
    dispute: '邻里纠纷',
    policy: '问政策',
    visit: '请上门',
  } satisfies Record<ContactKind, string>,
  /** Headings of the table of households, and what may stand in its cells. */
  columns: {
    areaCode: '网格编码',
    door: '门牌',
    people: '人数',
    phone: '电话',
    reason: '联系原因',
    lat: '纬度',
    lng: '经度',
  },
  reasons: { relative: '亲属', neighbour: '邻居', difficulty: '困难', other: '其他' },
  problems: {
    notText: '读不出文字，请另存为 CSV（UTF-8）再试',
    quotes: '这一行的引号没有成对',
    empty: '文件里没有住户',
    unknownColumn: '不认识这一列',
    columnTwice: '这一列出现了两次',
    missingColumn: (title: string) => `少了「${title}」这一列`,
    notANumber: '不是数字',
    notOneOf: (names: readonly string[]) => `只能填：${names.join('、')}`,
    missing: '没有填',
    tooManyCells: '这一行的格子比标题多',
    noSuchArea: '没有这个网格，或不归您管',
    noPlace: '这个网格没有位置，请填经纬度',
    doorTwice: (line: number) => `和第 ${line} 行是同一户`,
    doorTaken: '这一户已经登记过',
    latWithoutLng: '纬度和经度要一起填',
  },
} as const
