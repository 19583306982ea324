import { ask, showToast } from '../overlay'
import { handed, owner } from '../phone'
import { api } from './api'

/** What WeChat asks the person who holds the phone, or does for them outside the app. */

let codes = 0

export const person = {
  // A code is good for one sign-in; the stand-in of WeChat's server reads the person from it.
  login: api('login', () => ({ code: `${owner.openid}:${Date.now()}-${codes++}` })),
  scanCode: api('scanCode', () => {
    if (!owner.scans) throw new Error('cancel')
    return { result: owner.scans }
  }),
  requestSubscribeMessage: api<{ tmplIds: string[] }>('requestSubscribeMessage', ({ tmplIds }) =>
    Object.fromEntries(tmplIds.map((id) => [id, owner.acceptsMessages ? 'accept' : 'reject'])),
  ),
  showToast: api<{ title: string; duration?: number }>('showToast', ({ title, duration = 1500 }) =>
    showToast(title, duration),
  ),
  showModal: api<Parameters<typeof ask>[0]>('showModal', async (question) => {
    const confirm = await ask(question)
    return { confirm, cancel: !confirm }
  }),
  makePhoneCall: api<{ phoneNumber: string }>('makePhoneCall', ({ phoneNumber }) =>
    handed.phoneCalls.push(phoneNumber),
  ),
  setClipboardData: api<{ data: string }>('setClipboardData', ({ data }) => handed.copied.push(data)),
  addPhoneCalendar: api<{ title: string; startTime: number }>('addPhoneCalendar', ({ title, startTime }) => {
    handed.calendar.push({ title, startTime })
  }),
  openLocation: api<{ name: string }>('openLocation', ({ name }) => handed.shown.push(name)),
  // Nobody has allowed it: the app goes on without.
  getLocation: api('getLocation', () => {
    throw new Error('auth deny')
  }),
  previewImage: api<{ urls: string[] }>('previewImage', ({ urls }) => handed.shown.push(...urls)),
  openSetting: api('openSetting', () => {}),
}
