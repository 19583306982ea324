import type { BrowserContext, Locator, Page } from 'playwright-core'

/** A phone in a person's hand. Both drivers find things by what a person reads or hears, and wait for them. */
export interface Phone {
  readonly page: Page
  /** Errors that nobody caught. */
  readonly problems: string[]
  /** Opens a page of the app by its address, as a share card or a code does. */
  open(address: string): Promise<void>
  /** Waits until words are on the screen. */
  see(words: string): Promise<void>
  /** Waits until words are no longer on the screen. */
  seeNoMore(words: string): Promise<void>
  /** Taps the button, row, tab or choice with exactly these words. */
  tap(words: string): Promise<void>
  fill(label: string, value: string): Promise<void>
  /** Taps an option of a question whose options are all visible. */
  choose(question: string, option: string): Promise<void>
  /** Chooses a day (YYYY-MM-DD) or a time (HH:mm) on the phone's own wheels. */
  turnWheel(label: string, value: string): Promise<void>
  giveStars(count: number): Promise<void>
  /** Says who one is on the page for signing in: WeChat knows, a browser asks. */
  identify(): Promise<void>
  /** Reads a code from the organiser's screen: WeChat scans it, in a browser it is typed. */
  readCode(code: string): Promise<void>
  /** The name of the file that is handed over while `work` is done. */
  receiveFile(work: () => Promise<void>): Promise<string>
  offline(off: boolean): Promise<void>
  close(): Promise<void>
}

/** Who holds a phone, as the sandbox of WeChat knows them. */
export interface Holder {
  openid: string
  name: string
}

const timeoutMs = 10_000
const controls = '.tappable, button, wx-button, [role=tab], [role=radio], [role=button]'
const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What both drivers share. `touch` is how a finger touches. */
export async function holdPhone(context: BrowserContext, touch: (target: Locator) => Promise<void>) {
  // The first start asks about elder mode; that is its own story.
  await context.addInitScript(() => {
    const key = 'llb.elder-mode'
    if (localStorage.getItem(key)) return
    localStorage.setItem(key, JSON.stringify('wx' in window || 'miniProgram' in window ? 'false' : { data: 'false' }))
  })
  const page = await context.newPage()
  page.setDefaultTimeout(timeoutMs)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))

  const shown = (target: Locator) => target.filter({ visible: true }).first()
  const control = (words: string) => {
    const all = page.locator(controls)
    return shown(
      all
        .filter({ hasText: new RegExp(`^\\s*${escaped(words)}\\s*$`) })
        .or(all.filter({ has: page.getByText(words, { exact: true }) })),
    )
  }
  return {
    page,
    problems,
    shown,
    see: (words: string) => shown(page.getByText(words)).waitFor(),
    seeNoMore: (words: string) => shown(page.getByText(words)).waitFor({ state: 'hidden' }),
    tap: (words: string) => touch(control(words)),
    choose: (question: string, option: string) =>
      touch(
        shown(page.getByRole('radiogroup', { name: question })).getByRole('radio', {
          name: new RegExp(`^${escaped(option)}`),
        }),
      ),
    openWheel: (label: string) => touch(shown(page.getByRole('button', { name: new RegExp(`^${escaped(label)} `) }))),
    offline: (off: boolean) => context.setOffline(off),
    close: () => context.close(),
  }
}
