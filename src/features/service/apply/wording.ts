import type { application } from '../../../../types/application'
import type { RefusalOf } from '../../../../types/operation'
import { clock, fullDay } from '../../../platform/dates'
import type { Delivery } from '../shapes'
import { statusNames } from '../wording'

export type SubmitRefusal = RefusalOf<(typeof application)['submit']>
export type SaveRefusal = RefusalOf<(typeof application)['saveDraft']>

/** Words of filling in and handing in. */
export const applyWording = {
  title: '填写',
  who: '给谁办',
  me: '我自己',
  addFamily: '加一位家人',
  fill: '填一填',
  nothingToFill: '什么都不用填。',
  documents: '材料',
  delivery: '办好了怎么给您',
  deliveries: { electronic: '手机上看', post: '寄给您', pickUp: '自己去取' } satisfies Record<Delivery, string>,
  deliveryNotes: {
    electronic: '办好就能在这里看、能下载，和纸的一样有用。',
    post: '办好当天寄出，不收钱。',
    pickUp: '带身份证去窗口拿，这就是那一次。',
  } satisfies Record<Delivery, string>,
  chooseDelivery: '请选一个',
  postTo: '寄到哪里',
  postToHint: '写到门牌号，还有收件人',
  postToMissing: '请写清楚寄到哪里',
  promise: (days: number, department: string) =>
    days === 0
      ? `交上去就有人负责，${department}当天办好。`
      : `交上去就有人负责。收下以后，${department}最晚 ${days} 个工作日给您结果。`,
  submit: '交上去',
  consentTitle: '先看看隐私保护指引',
  consentBody: '填的内容和材料只给办这件事的人看，办完过了保存期就删掉。',
  agree: '同意并交上去',
  uploading: (n: number) => `还有 ${n} 个文件在上传`,
  mistakes: (n: number) => `还有 ${n} 处要改，第一处在这里。`,
  saved: {
    both: (at: Date) => `${clock(at)} 已存在手机和云上`,
    phone: (at: Date) => `${clock(at)} 已存在手机上，联网后存到云上`,
    saving: '正在存…',
  },
  discard: '不办了，删掉',
  discardAsk: '删掉以后，填的和拍的都没有了。确定不办了吗？',
  discardYes: '删掉',
  discarded: '删掉了',
  next: '下一步',
  back: '上一步',
  step: (n: number, of: number) => `第 ${n} 步，共 ${of} 步`,
  check: '看一遍，没问题就交上去',
  edit: '改',
  empty: '没填',
  yes: '是',
  no: '不是',
  kept: '已保存，联网后自动提交',
  keptNote: '您填的都在。不用守着，连上网就替您交，只交一次。',
  changed: '这件事的要求刚更新过，您填的都在。请再看一遍。',
  see: '看看它',
  setHome: '选我的社区',
  startOver: '看指引',
  started: (n: number) => `还要答 ${n} 个问题`,
  done: {
    title: '交上去了',
    answerBy: (at: Date) => `最晚 ${fullDay(at)}${clock(at)} 告诉您收下没有`,
    owner: (department: string, name: string) => `现在由${department}${name}负责`,
    number: (number: string) => `编号 ${number}`,
    next: '接下来',
    look: '有人先看一遍材料',
    lookNote: '要补的一次说全，不让您来回补。',
    told: '每一步都会告诉您',
    toldNote: '在「消息」里看；同意收通知的话，微信也会提醒。',
    visit: '要来一次，可以先约时间',
    visitNote: '约了不用排队。',
    book: '约个时间',
    see: '看办到哪一步',
    home: '回首页',
  },
}

/** Why a draft cannot be saved. */
export function saveRefusal(r: SaveRefusal): string {
  switch (r.reason) {
    case 'notOpen':
      return '这件事手机上不能办了，请打电话问。'
    case 'notYours':
      return '您不能替这位办。'
    case 'tooManyDrafts':
      return `没交的已经有 ${r.most} 件了，先交一件或删一件。`
    case 'consentNeeded':
      return '要先同意隐私保护指引，才能存到云上。'
    case 'wrongStatus':
      return `这件已经是「${statusNames[r.status]}」了。`
    case 'fileGone':
      return '有一份文件过期了，请重新传。'
  }
}

/** Why it could not be handed in. Mistakes in fields and documents stand where they are as well. */
export function submitRefusal(r: SubmitRefusal): string {
  switch (r.reason) {
    case 'incomplete': {
      const names = [...r.fields.map((f) => f.title), ...r.documents.map((d) => d.name)]
      return `还差：${names.join('、')}`
    }
    case 'questionsOpen':
      return applyWording.started(r.keys.length)
    case 'notEligible':
      return `${r.why} ${r.goTo}`
    case 'itemChanged':
      return applyWording.changed
    case 'fileGone':
      return '有一份文件过期了，请重新传。'
    case 'wrongStatus':
      return `这件已经是「${statusNames[r.status]}」了。`
    case 'notOpen':
      return '这件事手机上不能办了，请打电话问。'
    case 'notYours':
      return '您不能替这位办。'
    case 'consentNeeded':
      return '要先同意隐私保护指引。'
    case 'homeUnknown':
      return '还不知道您住哪个社区。选好了再交，就知道归谁办。'
    case 'noStaff':
      return '现在没有人能收件，我们记下了。请过一会儿再交，或打电话问。'
    case 'alreadyUnderWay':
      return `这件事已经在办了，编号 ${r.number}，不用再交。`
  }
}
