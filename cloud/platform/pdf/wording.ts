/** The fixed words of a paper. */
export const wording = {
  salutation: (to: string) => `${to}：`,
  attachment: '附件：',
  attachmentItem: (nth: number, name: string) => `${nth}. ${name}`,
  date: (year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  checkCode: '校验码',
  howToCheck: '用手机扫左边的码，或打开下面的网址并输入校验码，可以核对这份文书是不是真的。',
  qrCode: '校验网址的二维码',
  page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  footer: (number: string, checkCode: string) => `${number}　校验码 ${checkCode}`,
}
