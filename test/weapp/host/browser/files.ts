import { miniProgram } from './modules'

/** Files on the phone: what the app writes, chooses or draws. Kept while the page is open. */

const folder = new Map<string, string>()
const types: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif' }
let temporary = 0

export function write(path: string, base64: string): void {
  folder.set(path, base64)
}

/** A file's content as base64. Throws in WeChat's words when there is none. */
export function read(path: string): string {
  const base64 = folder.get(path)
  if (base64 === undefined) throw new Error(`no such file or directory, open ${path}`)
  return base64
}

/** A file's content. */
export const bytesOf = (path: string) => Uint8Array.from(atob(read(path)), (byte) => byte.charCodeAt(0))

/** Keeps what a data address holds and gives the path of a file for it. */
export function keep(dataUrl: string): string {
  const [head = '', base64 = ''] = dataUrl.split(',')
  const ending = head.replace(/^data:image\/|;base64$/g, '')
  const path = `wxfile://tmp/${temporary++}.${ending}`
  write(path, base64)
  return path
}

/** Where the browser finds a picture: in our folder, at the package's server, which is where this page came from, or in the package. */
export function pictureUrl(src: string): string {
  const base64 = folder.get(src)
  if (base64 !== undefined) return `data:${types[src.split('.').at(-1) ?? ''] ?? 'image/png'};base64,${base64}`
  if (src.startsWith(`${miniProgram.api}/`)) return location.origin + src.slice(miniProgram.api.length)
  return src.replace(/^\//, './')
}
