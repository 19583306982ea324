/** What the bundler hands to the browser: the package, ready to run. */

/** A page's or component's .json file, and app.json. */
export interface FileConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  enablePullDownRefresh?: boolean
}

export interface AppConfig extends FileConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: {
    color: string
    selectedColor: string
    backgroundColor: string
    list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[]
  }
}

/** A component's own element name; also the prefix of its classes unless it shares the styles of the page around it. */
export interface ComponentName {
  name: string
  isolated: boolean
}

export interface MiniProgram {
  app: AppConfig
  /** By path without an ending: `pages/home/index`. */
  config: Record<string, FileConfig>
  components: Record<string, ComponentName>
  /** The styles of each page, by its path; all others are in one file. */
  pageStyles: Record<string, string>
  /** WeChat's template compiler gives a function from a template's path to what draws it. */
  templateOf: (path: string) => unknown
  /** By path with its ending: `app.js`. */
  modules: Record<string, (...scope: unknown[]) => void>
  /** The one server that the package was built to talk to. */
  api: string
}

/** The names that a module's code sees, in the order they are passed. */
export const given = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
]

/** What a browser has and WeChat's engine has not: undefined inside a module, as on a phone. */
export const missing = [
  'window',
  'self',
  'document',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'AbortController',
  'crypto',
  'btoa',
  'atob',
  'TextEncoder',
  'TextDecoder',
  'URL',
  'URLSearchParams',
  'Blob',
  'File',
  'FormData',
  'Image',
  'alert',
  'confirm',
  'prompt',
  'structuredClone',
  'queueMicrotask',
  'requestAnimationFrame',
  'getComputedStyle',
  'IntersectionObserver',
  'ResizeObserver',
  'MutationObserver',
]

/** `../x` seen from the file at `from`, as a path from the package's root; `/x` is that already. */
export function resolvePath(from: string, to: string): string {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
