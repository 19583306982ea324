/** Where the cloud is and what we call ourselves there. The key ships with the app: it names it and authorises nothing. */
export const env = {
  /** A browser talks to where it came from; a Mini Program to the address it was built with. */
  serverUrl: process.env.TARO_ENV === 'h5' ? `${window.location.origin}` : String(process.env.TARO_APP_API),
  appId: String(process.env.TARO_APP_LC_ID),
  appKey: String(process.env.TARO_APP_LC_KEY),
  inWechat: process.env.TARO_ENV === 'weapp',
}

/** A request id: one for each intent of a person, kept through every retry (RFC 9562, version 4). */
export function newRequestId(): string {
  const bytes = new Uint8Array(16)
  if (typeof crypto !== 'undefined' && crypto.getRandomValues) crypto.getRandomValues(bytes)
  else for (let i = 0; i < 16; i++) bytes[i] = Math.floor(Math.random() * 256)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
