import type { Page } from 'playwright-core'

/** The least size of words in elder mode, as `--t-tiny` in theme.scss says. */
const leastPx = 22

/** Visible words of a page that are smaller than elder mode promises, each with its size. */
export function smallWords(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent?.trim()
      const box = text.parentElement
      if (!words || !box?.closest('.shell') || !box.checkVisibility({ visibilityProperty: true })) continue
      const size = Number.parseFloat(getComputedStyle(box).fontSize)
      if (size < least) found.push(`${words} ${size}px`)
    }
    return found
  }, leastPx)
}
