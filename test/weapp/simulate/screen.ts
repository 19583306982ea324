import type { JSDOM } from 'jsdom'

/** A screen without layout: the document of jsdom (the one that Jest tests pages with), where WeChat's component engine looks for a browser's. */

const borrowed = ['document', 'Event', 'CustomEvent', 'TouchEvent', 'HTMLElement', 'MutationObserver'] as const

/** Makes the screen and gives its document. Once in a process: the engine keeps what it finds first. */
export function openScreen(): Document {
  const jsdom = require(require.resolve('jsdom', { paths: [require.resolve('jest-environment-jsdom')] })) as {
    JSDOM: typeof JSDOM
  }
  const { window } = new jsdom.JSDOM('<!doctype html><body></body>', { url: 'https://servicewechat.com/' })
  Object.assign(globalThis, { window })
  for (const name of borrowed) Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
  return window.document
}
