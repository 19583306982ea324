import * as v from 'valibot'
import { application } from '../../../../types/application'
import { type Problems, problemsBySchema } from '../../../platform/problems'
import type { StaffWindow } from '../shapes'
import { windowsWording as words } from './wording'

/** A window as it is written on the page: times as they were typed. */

export type WindowForm = Omit<StaffWindow, 'windowId' | 'areaName'>
export type Hours = WindowForm['hours'][number]

const schema = v.omit(application.saveWindow.input, ['requestId'])

/** Monday to Friday, mornings and afternoons, as offices keep them. */
const usual = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '08:30', until: '11:30', capacity: 2 },
  { weekday, from: '14:00', until: '17:00', capacity: 2 },
])

export const emptyForm = (areaCode: string): WindowForm => ({
  areaCode,
  name: '',
  department: '',
  place: '',
  phone: '',
  hours: usual,
  closedDays: [],
})

export function formOf({ windowId: _, areaName: __, ...form }: StaffWindow): WindowForm {
  return form
}

/** 830, 8：30, 8点半 and 8 as the clock writes them; anything else stays as it was typed. */
export function asTime(typed: string): string {
  const [, hour, minute] = /^(\d{1,2}?)\s*[:：点时.]?\s*(\d\d|半)?分?$/.exec(typed.trim()) ?? []
  if (hour === undefined) return typed.trim()
  return `${hour.padStart(2, '0')}:${minute === '半' ? '30' : (minute ?? '00')}`
}

/** What the cloud gets: times in its form, in the order of the week. */
export function toInput(form: WindowForm): WindowForm {
  const hours = form.hours.map((h) => ({ ...h, from: asTime(h.from), until: asTime(h.until) }))
  return { ...form, hours, closedDays: [...form.closedDays].sort() }
}

/** What is wrong: as the cloud checks it, and spans that lie on top of each other. */
export function problemsOf(form: WindowForm): Problems {
  const input = toInput(form)
  const overlapping = input.hours.flatMap((b, k) =>
    input.hours.some((a, i) => i < k && a.weekday === b.weekday && a.from < b.until && b.from < a.until)
      ? [[`hours.${k}.from`, words.overlaps] as const]
      : [],
  )
  return {
    ...Object.fromEntries(overlapping),
    ...(input.hours.length === 0 ? { hours: words.neverOpen } : {}),
    ...problemsBySchema(schema, input),
  }
}

/** The hours of one weekday, each with its place in the form. */
export const hoursOn = (form: WindowForm, weekday: number) =>
  form.hours.flatMap((span, at) => (span.weekday === weekday ? [{ span, at }] : []))

/** The form with some weekdays open as another one is. */
export function copied(form: WindowForm, from: number, to: readonly number[]): WindowForm {
  const model = form.hours.filter((h) => h.weekday === from)
  const hours = [
    ...form.hours.filter((h) => !to.includes(h.weekday)),
    ...to.flatMap((weekday) => model.map((h) => ({ ...h, weekday }))),
  ]
  return { ...form, hours }
}
