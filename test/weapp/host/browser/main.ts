import './elements'
import { load, miniProgram, setGlobals } from './modules'
import { openPages, reLaunch } from './pages'
import { Behavior, Component, Page } from './register'
import './touch'
import { wx } from './wx'

/** Starts the Mini Program at the page in the address, `#/pages/home/index?x=1`, as a share card or a code would. */

interface AppInstance {
  onLaunch?(options: object): void
  onShow?(options: object): void
}

// WeChat's templates ask which engine draws them; this is the first version that knows all they use.
Object.assign(window, { __webview_engine_version__: 0.02 })

const app: AppInstance = {}
setGlobals({
  wx,
  App: (definition: AppInstance) => Object.assign(app, definition),
  Page,
  Component,
  Behavior,
  getApp: () => app,
  getCurrentPages: openPages,
})

const address = () => location.hash.slice(1) || `/${miniProgram.app.pages[0]}`

load('app')
app.onLaunch?.(wx.getLaunchOptionsSync())
app.onShow?.(wx.getLaunchOptionsSync())
reLaunch(address())
window.addEventListener('hashchange', () => reLaunch(address()))
