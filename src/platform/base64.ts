const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 of bytes (RFC 4648); a Mini Program has no btoa. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const left = bytes.length - at
    text += alphabet[group >> 18]
    text += alphabet[(group >> 12) & 63]
    text += left > 1 ? alphabet[(group >> 6) & 63] : '='
    text += left > 2 ? alphabet[group & 63] : '='
  }
  return text
}
