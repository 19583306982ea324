import type { WithToken } from './access-token'
import type { Image, Wire } from './wire'

export interface CodeToDraw {
  /** What the page reads back: 1–32 of digits, Latin letters and `!#$&'()*+,/:;=?@-._~`. */
  scene: string
  /** Page to open, without leading slash or query. */
  page: string
}

/** The edition of the Mini Program that codes open. */
export type Edition = 'release' | 'trial' | 'develop'

/** Draws a mini-program code (小程序码). Throws WechatError (40169 scene, 41030 page, 45009 …) or Unavailable. */
export function miniProgramCode(wire: Wire, withToken: WithToken, code: CodeToDraw, edition: Edition): Promise<Image> {
  // Without check_path: false, no code could be drawn before the page's first release.
  const body = { scene: code.scene, page: code.page, check_path: false, env_version: edition }
  return withToken((access_token) =>
    wire.askForImage({ name: 'getwxacodeunlimit', path: '/wxa/getwxacodeunlimit', query: { access_token }, body }),
  )
}
