import fc from 'fast-check'
import { fitTemplateData } from '../../cloud/platform/wechat/template-fields'
import { fieldIsValid } from '../../cloud/sandbox/wechat/template-rules'

const fitted = (field: string, text: string) => fitTemplateData({ [field]: text })[field]?.value ?? ''
const family = '👨‍👩‍👧‍👦'

/** Texts as people write them, and worse: emoji families, halves of pairs, control characters, piled accents. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(family, '𠮷', '\ud83d', '\udc00', '\n', '\u0000', '\u0301', '居民', '3', ' '),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))
const textField = fc.constantFrom('thing1', 'thing12', 'name1', 'phrase3', 'character_string9')

describe('any text in any text field', () => {
  it('becomes one that WeChat accepts', () => {
    fc.assert(
      fc.property(textField, anyText, (field, text) => {
        expect({ field, value: fitted(field, text), valid: fieldIsValid(field, fitted(field, text)) }).toMatchObject({
          valid: true,
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('is changed once at most', () => {
    fc.assert(
      fc.property(textField, anyText, (field, text) => {
        expect(fitted(field, fitted(field, text))).toBe(fitted(field, text))
      }),
      { numRuns: 1000 },
    )
  })

  it('loses nothing when it fits', () => {
    const fitting = fc.string({
      unit: fc.constantFrom('包', '饺', '子', 'a', '7', '！', '𠮷'),
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(fc.property(fitting, (text) => expect(fitted('thing1', text)).toBe(text)))
  })

  it('keeps its beginning, ends in … and uses the room there is', () => {
    const long = fc.string({ unit: fc.constantFrom('包', '饺', 'a', '7', '𠮷'), minLength: 21, maxLength: 60 })
    fc.assert(
      fc.property(long, (text) => {
        expect(fitted('thing1', text)).toBe(`${[...text].slice(0, 19).join('')}…`)
      }),
    )
  })
})

describe('a thing', () => {
  it('is cut before an emoji that does not fit whole', () => {
    expect(fitted('thing1', `${'饺'.repeat(15)}${family}${family}`)).toBe(`${'饺'.repeat(15)}…`)
  })
  it('is cut inside one character only when nothing else is left', () => {
    expect(fitted('thing1', `a${'\u0301'.repeat(40)}`)).toBe(`a${'\u0301'.repeat(18)}…`)
  })
  it('does not end in a space before its …', () => {
    expect(fitted('thing1', `${'饺'.repeat(18)} 子子子`)).toBe(`${'饺'.repeat(18)}…`)
  })
  it('stands on one line', () => {
    expect(fitted('thing1', ' 带水\n带帽子\t\u0000早点来 ')).toBe('带水 带帽子 早点来')
  })
  it('is 无 when there is nothing', () => {
    expect(fitted('thing1', ' \n')).toBe('无')
  })
})

it('makes a phrase of the first five Chinese characters', () => {
  expect(fitted('phrase1', '已通过(第2批)审核中')).toBe('已通过第批')
})

it('allows ten characters to a Chinese name and twenty to a Latin one', () => {
  expect(fitted('name1', '阿卜杜拉·买买提·艾力江·库尔班')).toBe('阿卜杜拉·买买提·…')
  expect(fitted('name1', 'Maria Gonzalez Lopez')).toBe('Maria Gonzalez Lopez')
})

it('makes a character string of what is ASCII, or a dash', () => {
  expect(fitted('character_string1', '单号 LLB-2026 之一')).toBe('LLB-2026')
  expect(fitted('character_string1', '单号')).toBe('-')
})

it.each([
  ['number1', '12345678901234567890.25'],
  ['time2', '2026-11-24 15:00'],
  ['date3', '2026年11月24日'],
  ['amount4', '¥12.50元'],
])('leaves %s alone, because a cut one would be a wrong one', (field, text) => {
  expect(fitted(field, text)).toBe(text)
  expect(fieldIsValid(field, text)).toBe(true)
})

describe('what WeChat accepts', () => {
  it.each([
    ['time1', '15:01'],
    ['time1', '2019年10月1日 15:01'],
    ['time1', '2019年10月1日 15:01~2019年10月1日 16:00'],
    ['date1', '2019-10'],
    ['date1', '10月1日'],
    ['date1', '2018.01.01 15:01:30'],
    ['number1', '3.5'],
    ['symbol1', '+-*!'],
    ['letter1', 'abc'],
    ['phone_number1', '+86-0766-66888866'],
    ['car_number1', '粤A8Z888挂'],
  ])('%s: %s', (field, value) => expect(fieldIsValid(field, value)).toBe(true))

  it.each([
    ['thing1', '长'.repeat(21)],
    ['thing1', ''],
    ['thing1', '两\n行'],
    ['thing', '没有编号'],
    ['phrase1', '六个汉字太多'],
    ['phrase1', 'ok'],
    ['time1', '下午三点'],
    ['time1', '2019年10月1日'],
    ['date1', '15:01'],
    ['number1', '-1'],
    ['number1', '1'.repeat(33)],
    ['character_string1', '汉'],
    ['character_string1', 'a'.repeat(33)],
    ['name1', '十一个汉字的名字太长了呀'],
    ['unknown1', 'x'],
    ['constructor1', 'x'],
  ])('not %s: %j', (field, value) => expect(fieldIsValid(field, value)).toBe(false))
})
