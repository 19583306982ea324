import { navigateBack, navigateTo, redirectTo, reLaunch, switchTab, topPage } from '../pages'
import { hideTabBar } from '../screen'
import { api } from './api'

interface Address {
  url: string
}

export const navigation = {
  navigateTo: api<Address>('navigateTo', ({ url }) => navigateTo(url)),
  redirectTo: api<Address>('redirectTo', ({ url }) => redirectTo(url)),
  reLaunch: api<Address>('reLaunch', ({ url }) => reLaunch(url)),
  switchTab: api<Address>('switchTab', ({ url }) => switchTab(url)),
  navigateBack: api<{ delta?: number }>('navigateBack', ({ delta = 1 }) => navigateBack(delta)),
  hideTabBar: api('hideTabBar', () => hideTabBar(true)),
  showTabBar: api('showTabBar', () => hideTabBar(false)),
  stopPullDownRefresh: api('stopPullDownRefresh', () => {}),
  pageScrollTo: api<{ selector?: string; scrollTop?: number }>('pageScrollTo', ({ selector, scrollTop = 0 }) => {
    const { scroller, instance } = topPage()
    if (!selector) return scroller.scrollTo({ top: scrollTop })
    const target = instance._exparserNode.shadowRoot.querySelector(selector)
    if (!target) throw new Error(`${selector} is not on the page`)
    target.$$.scrollIntoView()
  }),
}
