import fc from 'fast-check'
import { type Form, type FormField, problemsInForm, valuesOfForm } from '../../types/catalogue'

const formOf = (field: Partial<FormField>, required = true): Form => ({
  type: 'object',
  properties: { f: { type: 'string', title: '这一项', ...field } },
  required: required ? ['f'] : [],
})
const problem = (field: Partial<FormField>, value?: string | number | boolean, required = true) =>
  problemsInForm(formOf(field, required), value === undefined ? {} : { f: value })[0]?.problem

describe('a form', () => {
  it.each<[string, Partial<FormField>, string | number | boolean | undefined, RegExp]>([
    ['nothing', {}, undefined, /请填写/],
    ['only spaces', {}, '  ', /请填写/],
    ['nothing chosen', { enum: ['是', '否'] }, undefined, /请选/],
    ['something else than the choices', { enum: ['是', '否'] }, '也许', /给出的/],
    ['too few letters', { minLength: 3 }, '两字', /至少 3/],
    ['too many letters', { maxLength: 2 }, '三个字', /最多 2/],
    ['two lines for one', {}, '一\n二', /换行/],
    ['a day that is not', { format: 'date' }, '2026-02-29', /日期不对/],
    ['a day in another form', { format: 'date' }, '2026/2/1', /日期不对/],
    ['a short mobile number', { format: 'phone' }, '1380013800', /电话不对/],
    ['a landline without its area code', { format: 'phone' }, '5550101', /电话不对/],
    ['17 digits', { format: 'idNumber' }, '11010519491231002', /18 位/],
    ['a wrong check digit', { format: 'idNumber' }, '110105194912310021', /再核对/],
    ['a birthday that is not', { format: 'idNumber' }, '11010519490231002X', /出生日期/],
    ['words for a number', { type: 'number' }, '五', /请填数字/],
    ['half a person', { type: 'integer' }, 1.5, /整数/],
    ['too little', { type: 'number', minimum: 1 }, 0, /不能小于 1/],
    ['too much', { type: 'number', maximum: 9 }, 10, /不能大于 9/],
    ['a number for yes or no', { type: 'boolean' }, 1, /是或不是/],
    ['a number for words', {}, 5, /请填文字/],
  ])('refuses %s', (_what, field, value, expected) => expect(problem(field, value)).toMatch(expected))

  it.each<[string, Partial<FormField>, string | number | boolean]>([
    ['an ID number with X', { format: 'idNumber' }, '11010519491231002X'],
    ['an ID number with x', { format: 'idNumber' }, '11010519491231002x'],
    ['a leap day', { format: 'date' }, '2024-02-29'],
    ['a mobile number in groups', { format: 'phone' }, '138 0013 8000'],
    ['a landline', { format: 'phone' }, '0573-85550101'],
    ['several lines', { format: 'long' }, '一\n二'],
    ['zero', { type: 'number' }, 0],
    ['no', { type: 'boolean' }, false],
    ['characters beyond the basic plane as one each', { maxLength: 2 }, '𠮷𠮷'],
  ])('takes %s', (_what, field, value) => expect(problem(field, value)).toBeUndefined())

  it('asks nothing of an optional field left empty', () =>
    expect(problem({ format: 'idNumber' }, '', false)).toBe(undefined))

  it('speaks in the order of the page, once a field, by its title', () => {
    const form: Form = {
      type: 'object',
      properties: { b: { type: 'string', title: '乙' }, a: { type: 'string', title: '甲' } },
      required: ['a', 'b'],
    }
    expect(problemsInForm(form, {}).map((p) => p.title)).toEqual(['乙', '甲'])
  })

  it('keeps what it asks for and nothing else', () => {
    expect(valuesOfForm(formOf({}), { f: '好', stale: '旧', g: 1 })).toEqual({ f: '好' })
    expect(valuesOfForm(formOf({}, false), { f: ' ' })).toEqual({})
  })

  it('notices any single wrong digit in an ID number, and two that changed places', () => {
    const good = '110105194912310020'.slice(0, 17)
    const withCheck = '0123456789X'
      .split('')
      .map((c) => good + c)
      .find((n) => problem({ format: 'idNumber' }, n) === undefined)
    fc.assert(
      fc.property(fc.nat(16), fc.nat(9), (at, digit) => {
        const wrong = `${withCheck?.slice(0, at)}${digit}${withCheck?.slice(at + 1)}`
        expect(problem({ format: 'idNumber' }, wrong) === undefined).toBe(wrong === withCheck)
      }),
    )
  })
})
