import { miniProgram } from './modules'

/** The screen around a page: WeChat's capsule, its tab bar, and the place where pages lie. */

const tabBar = miniProgram.app.tabBar
const routes = tabBar?.list.map((tab) => tab.pagePath) ?? []
let tabBarHidden = false

export const isTab = (route: string) => routes.includes(route)

const pages = document.body.appendChild(document.createElement('div'))
pages.className = 'host-pages'
const capsule = document.body.appendChild(document.createElement('div'))
capsule.className = 'host-capsule'
capsule.ariaHidden = 'true'
const bar = document.body.appendChild(document.createElement('div'))
bar.className = 'host-tab-bar'
bar.role = 'tablist'

/** The styles of the page that is shown: those of other pages are none of its business. */
const pageStyle = document.head.appendChild(document.createElement('style'))

/** A place for a page: nothing in it reaches beyond, not even what is `position: fixed`. */
export function placeFor(route: string): { box: HTMLElement; scroller: HTMLElement } {
  const box = pages.appendChild(document.createElement('div'))
  box.className = 'host-page'
  box.dataset.route = route
  const scroller = box.appendChild(document.createElement('div'))
  scroller.className = 'host-scroller'
  return { box, scroller }
}

/** Shows the screen of one page. `switchTo` is called when a finger chooses another tab. */
export function showScreen(route: string, switchTo: (route: string) => void): void {
  pageStyle.textContent = miniProgram.pageStyles[route] ?? ''
  const tabs = tabBar?.list ?? []
  bar.replaceChildren(
    ...tabs.map((tab) => {
      const chosen = tab.pagePath === route
      const item = document.createElement('div')
      item.role = 'tab'
      item.ariaSelected = String(chosen)
      item.style.color = (chosen ? tabBar?.selectedColor : tabBar?.color) ?? ''
      const icon = document.createElement('img')
      icon.src = chosen ? tab.selectedIconPath : tab.iconPath
      icon.alt = ''
      item.append(icon, tab.text)
      item.addEventListener('click', () => switchTo(tab.pagePath))
      return item
    }),
  )
  fitTabBar(isTab(route))
}

let onTabPage = false
function fitTabBar(tabPage: boolean): void {
  onTabPage = tabPage
  document.body.classList.toggle('host-with-tabs', onTabPage && !tabBarHidden)
}

export function hideTabBar(hidden: boolean): void {
  tabBarHidden = hidden
  fitTabBar(onTabPage)
}

/** Where the capsule is, in px of the screen. */
export function capsuleRect(): {
  top: number
  right: number
  bottom: number
  left: number
  width: number
  height: number
} {
  const { top, right, bottom, left, width, height } = capsule.getBoundingClientRect()
  return { top, right, bottom, left, width, height }
}
