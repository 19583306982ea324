import { engine, type Instance } from './engine'
import { miniProgram } from './modules'
import { idOf } from './register'
import { isTab, placeFor, showScreen } from './screen'

/** The stack of pages, as WeChat keeps it: tab pages stay once they were opened, at most ten pages lie on one another. */

export interface PageInstance extends Instance {
  route: string
  __route__: string
  options: Record<string, string>
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onReachBottom?(): void
  onShareAppMessage?(from: {
    from: string
  }): Promise<{ title?: string; path?: string }> | { title?: string; path?: string }
}

interface OpenPage {
  route: string
  instance: PageInstance
  scroller: HTMLElement
  show(visible: boolean): void
  close(): void
}

const most = 10
const reachBottomPx = 50
const known = new Set([
  ...miniProgram.app.pages,
  ...(miniProgram.app.subPackages ?? []).flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
])
let stack: OpenPage[] = []
const keptTabs = new Map<string, OpenPage>()

export const openPages = () => stack.map((page) => page.instance)

/** The page on top. Throws before the first one is open. */
export function topPage(): OpenPage {
  const top = stack.at(-1)
  if (!top) throw new Error('no page is open')
  return top
}

/** Splits a page's address. Throws in WeChat's words when there is no such page. */
function addressOf(url: string): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  const route = path.replace(/^\//, '')
  if (!known.has(route)) throw new Error(`page "${route}" is not found`)
  // WeChat hands parameters on as they are written, still encoded.
  const query = Object.fromEntries(
    search.split('&').flatMap((pair) => (pair ? [pair.split(/=(.*)/s).slice(0, 2)] : [])),
  )
  return { route, query }
}

function create(url: string): OpenPage {
  const { route, query } = addressOf(url)
  const component = engine.create(idOf(route))
  const instance = component.instance as PageInstance
  const { box, scroller } = placeFor(route)
  instance.route = instance.__route__ = route
  instance.options = query
  let atBottom = false
  scroller.addEventListener('scroll', () => {
    const near = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - reachBottomPx
    if (near && !atBottom) instance.onReachBottom?.()
    atBottom = near
  })
  instance.onLoad?.(query)
  component.attach(scroller)
  let ready = false
  return {
    route,
    instance,
    scroller,
    show(visible) {
      box.hidden = !visible
      if (!visible) return instance.onHide?.()
      instance.onShow?.()
      if (!ready) instance.onReady?.()
      ready = true
    },
    close() {
      instance.onUnload?.()
      component.detach()
      box.remove()
    },
  }
}

function showTop(): void {
  const top = topPage()
  showScreen(top.route, (route) => switchTab(`/${route}`))
  top.show(true)
}

const hideTop = () => stack.at(-1)?.show(false)

/** Takes pages away from the top down to `length`; a tab page is kept for later unless `all`. */
function cut(length: number, all = false): void {
  for (const page of stack.splice(length).reverse()) if (all || keptTabs.get(page.route) !== page) page.close()
}

export function navigateTo(url: string): void {
  if (isTab(addressOf(url).route)) throw new Error('can not navigateTo a tabbar page')
  if (stack.length >= most) throw new Error(`webview count limit exceed: ${most}`)
  const page = create(url)
  hideTop()
  stack.push(page)
  showTop()
}

export function redirectTo(url: string): void {
  if (isTab(addressOf(url).route)) throw new Error('can not redirectTo a tabbar page')
  const page = create(url)
  cut(stack.length - 1)
  stack.push(page)
  showTop()
}

export function switchTab(url: string): void {
  const { route } = addressOf(url)
  if (!isTab(route)) throw new Error('can not switch to no-tabBar page')
  if (stack.length === 1 && topPage().route === route) return
  hideTop()
  cut(0)
  stack = [keptTabs.get(route) ?? create(url)]
  keptTabs.set(route, topPage())
  showTop()
}

export function reLaunch(url: string): void {
  addressOf(url)
  const others = [...keptTabs.values()].filter((page) => !stack.includes(page))
  keptTabs.clear()
  for (const page of others) page.close()
  cut(0, true)
  stack = [create(url)]
  if (isTab(topPage().route)) keptTabs.set(topPage().route, topPage())
  showTop()
}

export function navigateBack(delta: number): void {
  if (stack.length === 1) throw new Error('cannot navigate back at first page')
  cut(Math.max(1, stack.length - delta))
  showTop()
}
