import type { Browser, Page } from 'playwright-core'
import { phone as size } from '../browser/chromium'
import { type Holder, holdPhone, type Phone } from './phone'

/** A phone with the app in its browser. */
export async function h5Phone(browser: Browser, url: string, holder: Holder): Promise<Phone> {
  const context = await browser.newContext({ ...size, acceptDownloads: true })
  const { shown, openWheel, ...shared } = await holdPhone(
    context,
    holder,
    (data) => ({ data }),
    (text) => text,
    (target) => target.click(),
  )
  const { page } = shared
  let opened = 0
  const open = async (address: string) => {
    await page.goto(`${url}/?${opened++}#${address}`)
  }
  const fill = (label: string, value: string) => shown(page.getByLabel(label)).fill(value)
  return {
    ...shared,
    fill,
    open,
    async goOn(address) {
      // A browser that is at that address already stays as it is.
      if (!page.url().startsWith(url) || page.url().endsWith(`#${address}`)) return open(address)
      await page.evaluate((hash) => (location.hash = hash), address)
      // Taro names each page by its address.
      await page
        .locator(`.taro_page[id^="${address.split('?')[0]}"]`)
        .filter({ visible: true })
        .waitFor()
    },
    async turnWheel(label, value) {
      await openWheel(label)
      await turnWheels(page, value.includes(':') ? value.split(':') : dayInWords(value))
      await shown(page.locator('.weui-picker__action', { hasText: '确定' })).click()
      await shown(page.locator('.weui-picker')).waitFor({ state: 'hidden' })
    },
    giveStars: (count) => shown(page.getByRole('radio', { name: `${count} 分` })).click(),
    identify: () => shared.tap(holder.name),
    async readCode(code) {
      await fill('或者输入屏幕上的码', code)
      await shared.tap('签到')
    },
    allowMessages: () => shared.tap('允许'),
    async choosePhoto(words, photo) {
      const chooser = page.waitForEvent('filechooser')
      await shared.tap(words)
      await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo })
    },
    async receiveFile(work) {
      const download = page.waitForEvent('download')
      await work()
      return (await download).suggestedFilename()
    },
  }
}

const dayInWords = (day: string): string[] => {
  const [year, month, date] = day.split('-')
  return [`${year}年`, `${month}月`, `${date}日`]
}

const rowPx = 34
const rowsInOneDrag = 2

/** Drags each of Taro's wheels until its value lies in the middle. */
async function turnWheels(page: Page, values: readonly string[]): Promise<void> {
  for (const [n, value] of values.entries()) {
    const wheel = page.locator('.weui-picker__group').filter({ visible: true }).nth(n)
    await wheel.waitFor()
    for (let rows = await rowsAway(wheel, value); rows !== 0; rows = await rowsAway(wheel, value)) {
      const box = await wheel.boundingBox()
      if (!box) throw new Error('the wheel is gone')
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      const step = Math.sign(rows) * Math.min(Math.abs(rows), rowsInOneDrag)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x, y - step * rowPx, { steps: 4 })
      await page.mouse.up()
    }
  }
}

/** How many rows further down the value is; negative when it is further up. */
function rowsAway(wheel: ReturnType<Page['locator']>, value: string): Promise<number> {
  return wheel.evaluate(
    (group, { value, rowPx }) => {
      const content = group.querySelector<HTMLElement>('.weui-picker__content')
      const shift = Number(/,\s*(-?[\d.]+)px/.exec(content?.style.transform ?? '')?.[1])
      const middle = Math.round((3 * rowPx - shift) / rowPx)
      const rows = [...group.querySelectorAll('.weui-picker__item')].map((row) => row.textContent?.trim())
      const away = rows.flatMap((row, index) => (row === value ? [index - middle] : []))
      if (away.length === 0) throw new Error(`${value} is not on the wheel: ${rows.join(' ')}`)
      return away.reduce((nearest, next) => (Math.abs(next) < Math.abs(nearest) ? next : nearest))
    },
    { value, rowPx },
  )
}
