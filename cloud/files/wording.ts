import type { Problem } from './content/problem'

/** What people read about their files. */
export const filesWording = {
  problems: {
    empty: '文件是空的，请换一个',
    tooLarge: '文件太大，最多 10 MB',
    unknownKind: '只能传照片（JPG、PNG、WebP）和 PDF',
    heic: '这是 HEIC 照片，请在手机“设置－相机－格式”里选“兼容性最佳”，或截图后再传',
    damaged: '文件打不开，可能没有存完整，请换一个',
    tooManyPixels: '照片的尺寸太大，请缩小后再传',
    hidden: '文件里夹带了别的内容，不能收。请重新拍照或另存后再传',
    activePdf: 'PDF 里带有会自动运行的内容，不能收。请另存或打印成 PDF 后再传',
    encrypted: 'PDF 加了密码，打不开。请去掉密码，或另存后再传',
  } satisfies Record<Problem, string>,
  tokenOver: '上传凭证不对或已过期，请重新选择文件',
  takenBack: '这次上传已经取消，请重新选择文件',
  otherBytes: '这个上传凭证已经用过了，请重新选择文件',
  tooManyWaiting: '没有提交的文件太多了，请先删掉一些，或明天再传',
  busy: '上传的人太多，请稍等再试',
  linkOver: '链接不对或已过期，请返回上一页重新打开',
  notThere: '没有找到这个文件，请重新上传',
  usedElsewhere: '这个文件已经用在别处，请选“再用一次”',
  cannotWrite: '文件暂时收不了，请稍后再试',
  cannotRead: '文件暂时打不开，请稍后再试',
  unnamed: '文件',
  watermark: (title: string) => `仅供办理〈${title}〉使用`,
}
