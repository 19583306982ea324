import fs from 'node:fs'
import path from 'node:path'
import postcss, { type Root } from 'postcss'
import { type ComponentName, resolvePath } from './mini-program'

/** WXSS as CSS: rpx and vh of a page, WeChat's elements under their names in the browser, a component's classes for itself. */

const wechatElements =
  'view|text|image|button|input|textarea|scroll-view|picker|swiper|swiper-item|canvas|label|form|icon|switch|slider|checkbox|radio|navigator'
const elementInSelector = new RegExp(`(^|[\\s>+~,(])(${wechatElements})(?![\\w-])`, 'g')

/** The styles of one file with everything it imports. `component` is given for a component's file. */
export function cssOf(root: string, file: string, component?: ComponentName): string {
  const sheet = withImports(root, file)
  sheet.walkDecls((declaration) => {
    declaration.value = inScreen(declaration.value)
  })
  sheet.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name.endsWith('keyframes')) return
    rule.selector = selectorOf(rule.selector, component)
  })
  return sheet.toString()
}

function withImports(root: string, file: string): Root {
  const sheet = postcss.parse(fs.readFileSync(path.join(root, file), 'utf8'), { from: file })
  sheet.walkAtRules('import', (rule) => {
    rule.replaceWith(withImports(root, resolvePath(file, rule.params.replace(/["']/g, ''))))
  })
  return sheet
}

/** 750 rpx are the width of the screen; 100 vh are the height of a page, which ends above the tab bar. */
const inScreen = (value: string): string =>
  value
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, n: string) => `calc(${n} * 100vw / 750)`)
    .replace(/(-?\d*\.?\d+)vh\b/g, (_, n: string) => `calc(${n} * var(--vh))`)

function selectorOf(selector: string, component?: ComponentName): string {
  const renamed = selector.replace(elementInSelector, '$1wx-$2')
  if (!component) return renamed
  const hosted = renamed.replace(/:host\b/g, component.name)
  return component.isolated ? hosted.replace(/\.(-?[_a-zA-Z][\w-]*)/g, `.${component.name}--$1`) : hosted
}
