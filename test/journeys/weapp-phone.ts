import type { Browser } from 'playwright-core'
import { phone as size } from '../browser/chromium'
import type { Handed, Owner } from '../weapp/host/browser/phone'
import { type Holder, holdPhone, type Phone } from './phone'

/** A phone with the Mini Program in WeChat, as far as the browser host imitates it. */
export async function weappPhone(browser: Browser, url: string, holder: Holder): Promise<Phone> {
  const context = await browser.newContext({ ...size, hasTouch: true, isMobile: true })
  await context.addInitScript((owner) => Object.assign(window, { owner }), { openid: holder.openid })
  const { shown, openWheel, ...shared } = await holdPhone(
    context,
    holder,
    (text) => text,
    (text) => JSON.stringify(text),
    (target) => target.tap(),
  )
  const { page } = shared
  const become = (change: Partial<Owner>) =>
    page.evaluate((now) => Object.assign((window as unknown as { owner: Partial<Owner> }).owner, now), change)
  const handed = () => page.evaluate(() => (window as unknown as { handed: Handed }).handed)
  let opened = 0
  const open = async (address: string) => {
    await page.goto(`${url}/?${opened++}#${address}`)
  }
  return {
    ...shared,
    open,
    async goOn(address) {
      if (!page.url().startsWith(url)) return open(address)
      // The host's hash is where it was sent last, not where it went since: a number makes each way a new one.
      const way = `${address}${address.includes('?') ? '&' : '?'}way=${opened++}`
      await page.evaluate(
        (hash) =>
          new Promise((done) => {
            window.addEventListener('hashchange', done, { once: true })
            location.hash = hash
          }).then(() => undefined),
        way,
      )
      await page.waitForFunction((count) => document.querySelectorAll('.host-page').length === count, 1)
    },
    fill: (label, value) => {
      const field = page
        .locator('.field')
        .filter({ has: page.locator('.field__label', { hasText: new RegExp(`^${label}`) }) })
      return shown(field.locator('input, textarea')).fill(value)
    },
    async turnWheel(label, value) {
      await openWheel(label)
      await shown(page.locator('.host-wheel > input')).fill(value)
      await shared.tap('确定')
    },
    giveStars: (count) =>
      page
        .locator('van-rate van-icon')
        .filter({ visible: true })
        .nth(count - 1)
        .tap(),
    identify: () => shared.tap('用微信登录'),
    async readCode(code) {
      await become({ scans: code })
      await shared.tap('扫现场的码')
    },
    allowMessages: async () => undefined,
    async choosePhoto(words, photo) {
      await become({ picture: `data:image/jpeg;base64,${photo.toString('base64')}` })
      await shared.tap(words)
    },
    async receiveFile(work) {
      const before = (await handed()).documents.length
      await work()
      const last = await page.waitForFunction(
        (count) => (window as unknown as { handed: Handed }).handed.documents[count]?.fileName,
        before,
      )
      return String(await last.jsonValue())
    },
  }
}
