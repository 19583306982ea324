import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'

/**
 * Everything secret hangs on SECRET_KEY: each purpose has a key of its own, derived with HKDF (RFC 5869), so that a leaked
 * one opens nothing else.
 */
export interface Keys {
  /** Encrypts personal fields (AES-256-GCM). */
  field: KeyRing
  /** Blind index of phone numbers. */
  lookup: KeyRing
  /** Rotating check-in codes and personal codes. */
  checkIn: Buffer
  /** Addresses of pictures that WeChat is to look at. */
  media: Buffer
  /** Wrap the keys of single files: the current one first, then those of former secrets. */
  files: readonly [FileKey, ...FileKey[]]
  /** Signs the addresses of files. */
  fileLinks: Buffer
  /** Signs upload tokens. */
  uploads: Buffer
  /** What the database seals by itself (who is a party member): one text for a connection, see `DatabaseOptions.sealing`. */
  sealing: string
}

/** The current key first, then those of former secrets: it alone writes, all of them read. */
export type KeyRing = readonly [Buffer, ...Buffer[]]

/** A key that wraps the keys of files, with the name it has in their rows. */
export interface FileKey {
  /** 16 hex digits that tell keys apart and say nothing about them. */
  id: string
  key: Buffer
}

/**
 * Derives the purpose keys from SECRET_KEY (at least 32 bytes). `former`: secrets that were in use before, under which rows and files may
 * still lie until `rekey` has taken them over.
 */
export function deriveKeys(secret: Buffer, former: readonly Buffer[] = []): Keys {
  const from = (root: Buffer, purpose: string, length = 32) =>
    Buffer.from(hkdfSync('sha256', root, 'linlibang', purpose, length))
  const derive = (purpose: string) => from(secret, purpose)
  const ring = (purpose: string): KeyRing => [derive(purpose), ...former.map((root) => from(root, purpose))]
  const fileKey = (root: Buffer): FileKey => ({
    id: from(root, 'file-key-id', 8).toString('hex'),
    key: from(root, 'files'),
  })
  const sealingKey = (root: Buffer) =>
    [from(root, 'sealing-key-id', 8), from(root, 'sealing'), from(root, 'sealing-marks')]
      .map((part) => part.toString('hex'))
      .join(':')
  return {
    field: ring('field'),
    lookup: ring('lookup'),
    checkIn: derive('check-in'),
    media: derive('media'),
    files: [fileKey(secret), ...former.map(fileKey)],
    fileLinks: derive('file-links'),
    uploads: derive('uploads'),
    sealing: [secret, ...former].map(sealingKey).join(','),
  }
}

const version = 1

/** Encrypts a short text for a column. Layout: version (1 byte), nonce (12), tag (16), cipher text. */
export function seal([current]: KeyRing, text: string): Buffer {
  return sealBytes(current, Buffer.from(text, 'utf8'))
}

/** Opens what `seal` closed, now or under a former secret. Throws when the key is another or a byte was changed. */
export function open(ring: KeyRing, sealed: Buffer): string {
  return openWith(ring, sealed).text
}

/** What `seal` closed under a former secret, closed by the current one; undefined when it is that already. Throws like `open`. */
export function reseal(ring: KeyRing, sealed: Buffer): Buffer | undefined {
  const { text, key } = openWith(ring, sealed)
  return key === ring[0] ? undefined : seal(ring, text)
}

/** The tag tells whether a key is the right one: no other opens it. */
function openWith(ring: KeyRing, sealed: Buffer): { text: string; key: Buffer } {
  for (const key of ring.slice(0, -1)) {
    try {
      return { text: openBytes(key, sealed).toString('utf8'), key }
    } catch {
      // the next one
    }
  }
  const key = ring.at(-1) as Buffer
  return { text: openBytes(key, sealed).toString('utf8'), key }
}

/** The same for bytes. `bound`: what the cipher text belongs to (it is not in it); under another name it does not open. */
export function sealBytes(key: Buffer, bytes: Buffer, bound = ''): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
}

/** Opens what `sealBytes` closed. Throws when the key or the name is another, or a byte was changed. */
export function openBytes(key: Buffer, sealed: Buffer, bound = ''): Buffer {
  if (sealed[0] !== version || sealed.length < 29) throw new Error('sealed bytes of an unknown version')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(bound, 'utf8'))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}

/** Keyed hash of a normalised value, to find a row by it without storing it. */
export function blindIndex([current]: KeyRing, value: string): Buffer {
  return createHmac('sha256', current).update(value).digest()
}

/** Every hash a value may lie under, the current one first: for finding what a former secret stored. */
export function blindIndexes(ring: KeyRing, value: string): Buffer[] {
  return ring.map((key) => blindIndex([key], value))
}

/** SHA-256 of a bearer token, as stored. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A fresh bearer token: 32 random bytes, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

const cost = { N: 16384, r: 8, p: 1 }

/** Hashes a password with scrypt; the result carries its salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await scryptAsync(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** Compares a password with a stored hash in constant time. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt, hash] = stored.split('$')
  const expected = Buffer.from(hash ?? '', 'base64')
  const actual = await scryptAsync(password, Buffer.from(salt ?? '', 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

function scryptAsync(password: string, salt: Buffer, options: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
  )
}
