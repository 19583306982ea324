const inBrowser = process.env.TARO_ENV === 'h5'

/** The attributes that tell a screen reader what something is: a browser and WeChat name them differently. */
export function roleOf(role: string): Record<string, unknown> {
  return inBrowser ? { role } : { 'aria-role': role }
}

/** A part of the page to jump to with a screen reader. WeChat knows none. */
export function landmark(role: 'banner' | 'main' | 'contentinfo' | 'navigation'): Record<string, unknown> {
  return inBrowser ? { role } : {}
}
