import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Signed addresses. WeChat's picture element sends no session, so the address itself says which file, for whom, until when and how it is
 * shown, under an HMAC: whoever changes a letter of it gets nothing.
 */

/** What a link allows. */
export interface FileLink {
  fileId: number
  /** Whom it was made for; 0 for WeChat's content check. */
  personId: number
  /** Seconds since 1970. */
  until: number
  /** Burned into a picture. */
  watermark?: string
  /** Longest side of a picture, in pixels. */
  side?: number
}

/** How long an address holds, in seconds. */
export const linkHoldsFor = 600

const path = '/1.1/file-content'

/** The path and query of a signed address. `name` is what a download is called when nobody else says so. */
export function signLink(key: Buffer, link: FileLink, name: string): string {
  const query = new URLSearchParams({ p: String(link.personId), t: String(link.until) })
  if (link.watermark !== undefined) query.set('w', link.watermark)
  if (link.side !== undefined) query.set('d', String(link.side))
  query.set('s', signatureOf(key, link, name))
  return `${path}/${link.fileId}/${encodeURIComponent(name)}?${query}`
}

/** The link behind an address; undefined when it was tampered with. Whether it still holds is for the caller to see. */
export function readLink(
  key: Buffer,
  params: { id: string; name: string },
  query: Readonly<Record<string, unknown>>,
): FileLink | undefined {
  const { p, t, w, d, s } = query
  const whole = (value: unknown) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined)
  const fileId = whole(params.id)
  const personId = whole(p)
  const until = whole(t)
  const side = whole(d)
  if (fileId === undefined || personId === undefined || until === undefined || typeof s !== 'string') return undefined
  if ((w !== undefined && typeof w !== 'string') || (d !== undefined && side === undefined)) return undefined
  const link: FileLink = {
    fileId,
    personId,
    until,
    ...(w === undefined ? {} : { watermark: w }),
    ...(side === undefined ? {} : { side }),
  }
  return same(signatureOf(key, link, params.name), s) ? link : undefined
}

function signatureOf(key: Buffer, link: FileLink, name: string): string {
  const { fileId, personId, until, watermark = null, side = null } = link
  return mac(key, JSON.stringify([fileId, name, personId, until, watermark, side]))
}

/** Lets one person send the bytes of one file. */
export interface UploadClaim {
  fileId: number
  personId: number
  /** Seconds since 1970. */
  until: number
}

/** How long an upload token holds, in seconds: a big file over a weak network. */
export const uploadHoldsFor = 1800

export function signUpload(key: Buffer, { fileId, personId, until }: UploadClaim): string {
  const claim = [fileId, personId, until].join('.')
  return `${claim}.${mac(key, claim)}`
}

/** The claim of an upload token; undefined when it was forged or has run out. */
export function readUpload(key: Buffer, token: unknown, now: Date): UploadClaim | undefined {
  const parts = typeof token === 'string' ? /^(\d{1,15})\.(\d{1,15})\.(\d{1,12})\.([\w-]{43})$/.exec(token) : null
  if (!parts) return undefined
  const [, fileId, personId, until, signature = ''] = parts
  if (!same(mac(key, [fileId, personId, until].join('.')), signature)) return undefined
  const claim = { fileId: Number(fileId), personId: Number(personId), until: Number(until) }
  return claim.until * 1000 > now.getTime() ? claim : undefined
}

const mac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url')

function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
