import fc from 'fast-check'
import {
  blindIndex,
  blindIndexes,
  deriveKeys,
  hashPassword,
  open,
  openBytes,
  passwordMatches,
  reseal,
  seal,
  sealBytes,
} from '../../cloud/platform/crypto'

const keys = deriveKeys(Buffer.alloc(32, 1))

it('derives keys of their own for every purpose, the same ones from the same secret', () => {
  const { files, field, lookup, ...single } = keys
  const all = [...Object.values(single), ...field, ...lookup, ...files.map(({ key }) => key)].map((key) =>
    key.toString('hex'),
  )
  expect(new Set(all).size).toBe(all.length)
  expect(deriveKeys(Buffer.alloc(32, 1))).toEqual(keys)
  expect(deriveKeys(Buffer.alloc(32, 2)).field).not.toEqual(keys.field)
})

it('seals any text so that only its key opens it, and never twice alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = seal(keys.field, text)
      expect(open(keys.field, sealed)).toBe(text)
      expect(seal(keys.field, text)).not.toEqual(sealed)
    }),
  )
  expect(() => open(keys.lookup, seal(keys.field, '13800000001'))).toThrow()
})

it('notices every changed byte of a sealed text', () => {
  const sealed = seal(keys.field, '13800000001')
  sealed.forEach((byte, at) => {
    const changed = Buffer.from(sealed)
    changed[at] = byte ^ 1
    expect(() => open(keys.field, changed)).toThrow()
  })
  expect(() => open(keys.field, sealed.subarray(0, -1))).toThrow()
})

it('opens sealed bytes only in the place they were sealed for', () => {
  const bytes = Buffer.from([0, 1, 255])
  const sealed = sealBytes(keys.fileLinks, bytes, 'ab/here')
  expect(openBytes(keys.fileLinks, sealed, 'ab/here')).toEqual(bytes)
  expect(() => openBytes(keys.fileLinks, sealed, 'ab/there')).toThrow()
  expect(() => openBytes(keys.fileLinks, sealed)).toThrow()
})

it('knows the file keys of former secrets by their names', () => {
  const former = deriveKeys(Buffer.alloc(32, 2)).files[0]
  const both = deriveKeys(Buffer.alloc(32, 1), [Buffer.alloc(32, 2)]).files
  expect(both).toEqual([keys.files[0], former])
  expect(former.id).toMatch(/^[0-9a-f]{16}$/)
  expect(former.id).not.toBe(keys.files[0].id)
})

it('reads what a former secret wrote, writes it anew once, and finds its numbers', () => {
  const former = deriveKeys(Buffer.alloc(32, 2))
  const both = deriveKeys(Buffer.alloc(32, 1), [Buffer.alloc(32, 2)])
  const old = seal(former.field, '13800000001')
  expect(() => open(keys.field, old)).toThrow()
  expect(() => reseal(keys.field, old)).toThrow()
  expect(open(both.field, old)).toBe('13800000001')
  const anew = reseal(both.field, old) as Buffer
  expect(open(keys.field, anew)).toBe('13800000001')
  expect(reseal(both.field, anew)).toBeUndefined()
  expect(blindIndexes(both.lookup, '13800000001')).toEqual([
    blindIndex(keys.lookup, '13800000001'),
    blindIndex(former.lookup, '13800000001'),
  ])
})

it('finds a number again without storing it', () => {
  expect(blindIndex(keys.lookup, '13800000001')).toEqual(blindIndex(keys.lookup, '13800000001'))
  expect(blindIndex(keys.lookup, '13800000001')).not.toEqual(blindIndex([keys.checkIn], '13800000001'))
})

it('knows a password again, however its accents were typed, and no other', async () => {
  const stored = await hashPassword('caf\u00e9 au lait')
  expect(stored).not.toContain('lait')
  expect(await hashPassword('caf\u00e9 au lait')).not.toBe(stored)
  expect(await passwordMatches('cafe\u0301 au lait', stored)).toBe(true)
  expect(await passwordMatches('cafe au lait', stored)).toBe(false)
})
