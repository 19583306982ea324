import { monthOf } from '../../../platform/dates'

/** Words of handing in documents. */
export const documentsWording = {
  title: '材料',
  handedInBefore: (at: Date) => `您 ${monthOf(at)}交过，同意就直接用`,
  agree: '同意再用一次',
  agreeNote: (item: string) => `只用在这次「${item}」上，不给别人看。`,
  instead: '另拍一张',
  used: '用以前交的那份',
  upload: '照片或 PDF',
  later: '暂时没有，以后补',
  laterNote: (days: number) => `收下以后 ${days} 个工作日内补上就行`,
  laterPromise: '收下以后会告诉您哪天前补上。',
  laterOn: '以后补',
  atVisit: { original: '来的时候带原件，现在不用交', copy: '来的时候带一份复印件，现在不用交' },
  lookup: (office: string | null) => `我们向${office ?? '主管部门'}查，不用交`,
  missing: '这一样还没有传好。没有的话，选“以后补”。',
  missingNoLater: '这一样还没有传好。拍一张就行。',
  sending: '还在上传，传好了才能交',
  notSent: '有一份没传上去：再试一次，或者去掉它。',
  gone: '这份文件过期了，请重新传一次。',
  seeSample: '看样图',
  sampleTitle: '拍成这样就行',
  whereToGet: '在哪里拿',
  whereTitle: (name: string) => `${name}在哪里拿`,
  pages: (n: number) => `${n} 张`,
  watermark: (item: string) => `照片会打上“仅供办理${item}使用”，加密存放。`,
}
