import fc from 'fast-check'
import { newCheckCode, parseCheckCode } from '../../cloud/platform/check-code'

const codes = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => newCheckCode(bytes))
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

it('is short, in groups, and without letters that look like others', () => {
  fc.assert(fc.property(codes, (code) => expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/)))
})

it('carries sixty bits: each of them changes the code', () => {
  const seen = new Set([newCheckCode(new Uint8Array(8))])
  for (let bit = 0; bit < 60; bit += 1) {
    const bytes = new Uint8Array(8)
    bytes[7 - Math.floor(bit / 8)] = 1 << (bit % 8)
    seen.add(newCheckCode(bytes))
  }
  expect(seen.size).toBe(61)
})

it('is another one each time', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newCheckCode())).size).toBe(1000)
})

it('is read however it was typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(parseCheckCode(code)).toBe(code)
      expect(parseCheckCode(` ${code.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(code)
      expect(parseCheckCode(code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ''))).toBe(code)
      const fullWidth = [...code].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('')
      expect(parseCheckCode(fullWidth)).toBe(code)
    }),
  )
})

it('with any one character wrong is no code', () => {
  fc.assert(
    fc.property(codes, (code) => {
      for (let at = 0; at < code.length; at += 1) {
        if (code[at] === '-') continue
        for (const other of alphabet)
          if (other !== code[at])
            expect([code, parseCheckCode(code.slice(0, at) + other + code.slice(at + 1))]).toEqual([code, undefined])
      }
    }),
    { numRuns: 30 },
  )
})

it('with any two characters swapped is no code', () => {
  fc.assert(
    fc.property(codes, fc.nat(12), fc.nat(12), (code, a, b) => {
      const plain = [...code.replaceAll('-', '')]
      fc.pre(plain[a] !== plain[b])
      ;[plain[a], plain[b]] = [plain[b]!, plain[a]!]
      expect(parseCheckCode(plain.join(''))).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})

it.each(['', '7K3M', '7K3M-9QRT-WX2B-5-5', 'U000-0000-0000-0', '校验码'])('is not %j', (text) => {
  expect(parseCheckCode(text)).toBeUndefined()
})
