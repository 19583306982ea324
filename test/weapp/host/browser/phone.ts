/** The person who holds the phone, and what they do where only WeChat can ask them. Set before the page starts, or changed later. */
export interface Owner {
  openid: string
  /** What the camera reads when the app asks for a scan. */
  scans: string
  /** Whether they allow messages when WeChat asks. */
  acceptsMessages: boolean
  phoneNumber: string
  /** The picture they choose from their album, as a data address; '' when they change their mind. */
  picture: string
}

/** What the app handed to WeChat, for a test to look at. */
export interface Handed {
  documents: { fileName: string; base64: string }[]
  shares: { title: string; path: string }[]
  phoneCalls: string[]
  copied: string[]
  calendar: { title: string; startTime: number }[]
  /** Pictures kept in the album, as base64. */
  album: string[]
  /** Pictures and places that WeChat was asked to show. */
  shown: string[]
}

declare global {
  interface Window {
    owner?: Partial<Owner>
    handed: Handed
  }
}

export const owner: Owner = {
  openid: 'visitor',
  scans: '',
  acceptsMessages: true,
  phoneNumber: '13800000000',
  picture: '',
  ...window.owner,
}
export const handed: Handed = {
  documents: [],
  shares: [],
  phoneCalls: [],
  copied: [],
  calendar: [],
  album: [],
  shown: [],
}
window.owner = owner
window.handed = handed
