import fc from 'fast-check'
import { breakLines } from '../../cloud/platform/pdf/lines'

/** Every character one wide, as Chinese type is. */
const measure = (text: string) => [...text].length
const words = (text: string, width: number) => breakLines(text, width, measure).map((line) => line.text)

it('fills lines and keeps marks with the words they belong to', () => {
  expect(words('一二三四五六七八九十', 4)).toEqual(['一二三四', '五六七八', '九十'])
  expect(words('一二三四，五六', 4)).toEqual(['一二三', '四，五六'])
  expect(words('一二三（四五）', 4)).toEqual(['一二三', '（四五）'])
  expect(words('一二三2026年', 4)).toEqual(['一二三', '2026', '年'])
})

it('breaks what is longer than a line anywhere, and keeps empty lines', () => {
  expect(words('见https://yunxi.example', 6)).toEqual(['见https', '://yun', 'xi.exa', 'mple'])
  expect(words('一\n\n二', 6)).toEqual(['一', '', '二'])
})

it('indents the first line, or the others', () => {
  expect(breakLines('一二三四五六', 4, measure, { first: 2, others: 0 })).toEqual([
    { text: '一二', last: false, indent: 2 },
    { text: '三四五六', last: true, indent: 0 },
  ])
  expect(breakLines('一二三四五六', 4, measure, { first: 0, others: 1 }).map((line) => line.text)).toEqual([
    '一二三四',
    '五六',
  ])
})

it('loses no character and never leaves the width', () => {
  const text = fc.string({ unit: fc.constantFrom(...'邻里帮，。（）《》“”；：、—…2026-11 26abcDEF/'), maxLength: 200 })
  fc.assert(
    fc.property(text, fc.integer({ min: 3, max: 40 }), fc.nat(2), fc.nat(2), (text, width, first, others) => {
      const lines = breakLines(text, width, measure, { first, others })
      expect(
        lines
          .map((line) => line.text)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(measure(line.text) + line.indent).toBeLessThanOrEqual(width)
      expect(lines.map((line) => line.last)).toEqual(lines.map((_, i) => i === lines.length - 1))
    }),
  )
})
