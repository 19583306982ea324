import { isDay } from '../day'
import type { Form, FormField, FormValues } from './form'

/** What is wrong with one field of a form: its key, its title for lists of problems, and the sentence to stand under the field. */
export interface FormProblem {
  key: string
  title: string
  problem: string
}

/**
 * Checks what a person typed against a form, field by field in the order of the form; at most one problem a field. The form is the one the
 * guidance gave (fields that do not apply are not in it); values of other fields are nobody's business and are not looked at.
 */
export function problemsInForm(form: Form, values: FormValues): FormProblem[] {
  return Object.entries(form.properties).flatMap(([key, field]) => {
    const problem = problemInField(field, values[key], form.required.includes(key))
    return problem === undefined ? [] : [{ key, title: field.title, problem }]
  })
}

/** The values that the form asks for, and nothing else: what may be kept (least data). Empty optional fields are left out. */
export function valuesOfForm(form: Form, values: FormValues): FormValues {
  return Object.fromEntries(
    Object.keys(form.properties).flatMap((key) => {
      const value = values[key]
      return value === undefined || isEmpty(value) ? [] : [[key, value]]
    }),
  )
}

const isEmpty = (value: FormValues[string] | undefined) =>
  value === undefined || (typeof value === 'string' && value.trim() === '')

function problemInField(
  field: FormField,
  value: FormValues[string] | undefined,
  required: boolean,
): string | undefined {
  if (value === undefined || isEmpty(value)) return required ? (field.enum ? '请选一个' : '请填写') : undefined
  if (field.type === 'boolean') return typeof value === 'boolean' ? undefined : '请选是或不是'
  if (field.type === 'string') return typeof value === 'string' ? problemInText(field, value.trim()) : '请填文字'
  return typeof value === 'number' && Number.isFinite(value) ? problemInNumber(field, value) : '请填数字'
}

function problemInNumber(field: FormField, value: number): string | undefined {
  if (field.type === 'integer' && !Number.isSafeInteger(value)) return '请填整数'
  if (field.minimum !== undefined && value < field.minimum) return `不能小于 ${field.minimum}`
  if (field.maximum !== undefined && value > field.maximum) return `不能大于 ${field.maximum}`
  return undefined
}

function problemInText(field: FormField, value: string): string | undefined {
  if (field.enum) return field.enum.includes(value) ? undefined : '请从给出的里面选一个'
  const length = [...value].length
  if (field.minLength !== undefined && length < field.minLength) return `至少 ${field.minLength} 个字`
  if (field.maxLength !== undefined && length > field.maxLength) return `最多 ${field.maxLength} 个字`
  if (field.format !== 'long' && /[\n\r]/.test(value)) return '不能换行'
  if (field.format === 'date' && !isDay(value)) return '日期不对，要像 2026-01-31 这样'
  if (field.format === 'phone' && !isPhone(value)) return '电话不对，请填 11 位手机号，或带区号的座机号'
  if (field.format === 'idNumber') return problemInIdNumber(value)
  return undefined
}

/** A mainland mobile number, or a landline with its area code; spaces and hyphens may stand between. */
function isPhone(value: string): boolean {
  const digits = value.replace(/[\s-]/g, '')
  return /^1[3-9]\d{9}$/.test(digits) || /^0[1-9]\d{1,2}[2-9]\d{6,7}$/.test(digits)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** 公民身份号码 by GB 11643-1999: 17 digits with a day of birth that exists, and the check digit (ISO 7064, MOD 11-2). */
function problemInIdNumber(value: string): string | undefined {
  if (!/^[1-9]\d{16}[\dXx]$/.test(value)) return '身份证号要 18 位，最后一位可以是 X'
  if (!isDay(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`)) return '身份证号里的出生日期不对'
  const sum = weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0)
  return '10X98765432'[sum % 11] === value[17]?.toUpperCase() ? undefined : '身份证号不对，请再核对一遍'
}
