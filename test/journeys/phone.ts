import type { BrowserContext, Locator, Page } from 'playwright-core'
import { smallWords } from './small-words'

/** A phone in a person's hand. Both drivers find things by what a person reads or hears, and wait for them. */
export interface Phone {
  readonly page: Page
  /** Errors that nobody caught, and what the page complained of. */
  readonly problems: string[]
  /** Opens a page of the app by its address, as a share card or a code does: the app starts anew. */
  open(address: string): Promise<void>
  /** Goes to another page of the app that runs already, a fresh one; starts it when it does not run. */
  goOn(address: string): Promise<void>
  /** Waits until words are on the screen. */
  see(words: string): Promise<void>
  /** Waits until words are no longer on the screen. */
  seeNoMore(words: string): Promise<void>
  /** Waits until the page has all it asked the cloud for. */
  settle(): Promise<void>
  /** Taps the button, row, tab or choice with exactly these words, written or read aloud; on the topmost layer when a sheet or a question is open. */
  tap(words: string): Promise<void>
  fill(label: string, value: string): Promise<void>
  /** Taps an option of a question whose options are all visible. */
  choose(question: string, option: string): Promise<void>
  /** Chooses a day (YYYY-MM-DD) or a time (HH:mm) on the phone's own wheels. */
  turnWheel(label: string, value: string): Promise<void>
  giveStars(count: number): Promise<void>
  /** Whoever has signed in on this phone before still is. False when nobody has. */
  remembersHolder(): Promise<boolean>
  /** Says who one is on the page for signing in: WeChat knows, a browser asks. */
  identify(): Promise<void>
  /** Reads a code from the organiser's screen: WeChat scans it, in a browser it is typed. */
  readCode(code: string): Promise<void>
  /** Says yes to messages: a browser asks with a sheet, WeChat is told beforehand. */
  allowMessages(): Promise<void>
  /** Taps what asks for a picture, and chooses this photo. */
  choosePhoto(words: string, photo: Buffer): Promise<void>
  /** Waits until a picture that is read aloud as this is there, drawn. */
  seePicture(label: string): Promise<void>
  /** The name of the file that is handed over while `work` is done. */
  receiveFile(work: () => Promise<void>): Promise<string>
  /** Waits until help is one tap away. */
  findHelp(): Promise<void>
  /** Words on the page that are too small for elder mode, with their size. */
  smallWords(): Promise<string[]>
  offline(off: boolean): Promise<void>
  close(): Promise<void>
}

/** Who holds a phone, as the sandbox of WeChat knows them. */
export interface Holder {
  openid: string
  name: string
  /** Whether the app was never started on this phone: then it asks about elder mode. */
  firstStart?: boolean
  /** Whether elder mode was chosen on this phone before. */
  elder?: boolean
  /** Whether the holder has signed in on this phone before: the session, as the SDK keeps it. */
  session?: () => Promise<{ key: string; user: object }>
}

// Long: it tells a step that never comes from one on a busy machine.
const timeoutMs = 20_000
const noNetwork = 'net::ERR_INTERNET_DISCONNECTED'
const controls = '.tappable, button, wx-button, [role=tab], [role=radio], [role=button], .taro-model__btn'
/** What lies over a page: our sheet, and the questions of the platform. */
const layers = '.sheet, .taro-modal__content, .host-shade'
const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What both drivers share. `stored` is how Taro's storage writes a text, `kept` how the SDK's does, `touch` how a finger touches. */
export async function holdPhone(
  context: BrowserContext,
  { firstStart = false, elder = false, session }: Holder,
  stored: (text: string) => unknown,
  kept: (text: string) => string,
  touch: (target: Locator) => Promise<void>,
) {
  const begin = (key: string, value: string) =>
    context.addInitScript(
      ([key, value]) => {
        if (localStorage.getItem(key) !== null || localStorage.getItem(`${key}:begun`) !== null) return
        localStorage.setItem(key, value)
        localStorage.setItem(`${key}:begun`, '')
      },
      [key, value] as const,
    )
  if (!firstStart) await begin('llb.elder-mode', JSON.stringify(stored(String(elder))))
  const page = await context.newPage()
  page.setDefaultTimeout(timeoutMs)
  const problems = problemsOf(page)
  const requests = requestsOf(page)

  // While one page opens over another, both are on the screen for a moment: the last one counts.
  const top = page.locator('.taro_page, .host-page').filter({ visible: true }).last()
  const shown = (target: Locator) => target.filter({ visible: true }).first()
  const control = async (words: string) => {
    const layer = page.locator(layers).filter({ visible: true }).last()
    const all = ((await layer.count()) > 0 ? layer : top).locator(controls)
    return shown(
      all
        .filter({ hasText: new RegExp(`^\\s*${escaped(words)}\\s*$`) })
        .or(all.filter({ has: page.getByText(words, { exact: true }) }))
        .or(all.and(page.getByLabel(words, { exact: true }))),
    )
  }
  return {
    page,
    problems,
    shown,
    see: (words: string) => shown(page.getByText(words)).waitFor(),
    seeNoMore: (words: string) => shown(page.getByText(words)).waitFor({ state: 'hidden' }),
    async seePicture(label: string) {
      const place = shown(page.getByLabel(label, { exact: true }))
      await place.waitFor()
      await page.waitForFunction(isDrawn, await place.elementHandle())
    },
    async settle() {
      await shown(page.locator('.shell')).waitFor()
      await requests.end()
      await shown(page.locator('.skeleton')).waitFor({ state: 'hidden' })
    },
    async remembersHolder() {
      if (!session) return false
      const { key, user } = await session()
      await begin(key, kept(JSON.stringify(user)))
      return true
    },
    tap: async (words: string) => touch(await control(words)),
    choose: (question: string, option: string) =>
      touch(
        shown(page.getByRole('radiogroup', { name: question })).getByRole('radio', {
          name: new RegExp(`^${escaped(option)}`),
        }),
      ),
    openWheel: (label: string) => touch(shown(page.getByRole('button', { name: new RegExp(`^${escaped(label)} `) }))),
    findHelp: () => shown(page.getByLabel(help).or(page.getByText(help))).waitFor(),
    smallWords: () => smallWords(page),
    offline: (off: boolean) => context.setOffline(off),
    close: () => context.close(),
  }
}

/** A browser draws a picture as one, WeChat's host as a background; either is loaded once more to see that it is one. */
async function isDrawn(place: Node | null): Promise<boolean> {
  const nodes = [...((place as Element | null)?.querySelectorAll<HTMLElement>('*') ?? [])]
  const addresses = nodes.map((node) =>
    node instanceof HTMLImageElement ? node.src : /url\("(.+)"\)/.exec(node.style.backgroundImage)?.[1],
  )
  const picture = new Image()
  picture.src = addresses.find(Boolean) ?? ''
  return picture.decode().then(
    () => picture.naturalWidth > 0,
    () => false,
  )
}

const help = '打电话，找人帮我'

function problemsOf(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    // A network that is away is part of a story.
    if (message.type() === 'error' && !message.text().includes(noNetwork)) problems.push(message.text())
  })
  return problems
}

const quietMs = 100

/** Waits for all requests of a page, and those that follow from their answers. */
function requestsOf(page: Page) {
  const open = new Set<object>()
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return {
    async end() {
      do {
        while (open.size > 0) await page.waitForTimeout(quietMs / 4)
        await page.waitForTimeout(quietMs)
      } while (open.size > 0)
    },
  }
}
