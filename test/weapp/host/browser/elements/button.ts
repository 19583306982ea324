import type { Instance } from '../engine'
import { topPage } from '../pages'
import { handed, owner } from '../phone'
import { element } from './element'

/** A button, and what WeChat itself does when it has an `open-type`. */

async function share(): Promise<void> {
  const page = topPage()
  const card = await page.instance.onShareAppMessage?.({ from: 'button' })
  handed.shares.push({ title: card?.title ?? '', path: card?.path ?? `/${page.route}` })
}

const opens: Record<string, (button: Instance) => void> = {
  '': () => {},
  share: () => void share(),
  getPhoneNumber: (button) =>
    button.triggerEvent('getphonenumber', {
      code: `phone:${owner.phoneNumber}:${Date.now()}`,
      errMsg: 'getPhoneNumber:ok',
    }),
  agreePrivacyAuthorization: (button) => button.triggerEvent('agreeprivacyauthorization', {}),
}

element('button', {
  properties: { openType: { type: String, value: '' } },
  attached() {
    this._exparserNode.addListener('tap', () => {
      const openType = String(this.data.openType)
      const open = opens[openType]
      if (!open) throw new Error(`button open-type ${openType} is not imitated`)
      open(this)
    })
  },
})
