import * as v from 'valibot'
import { application } from '../../../../types/application'
import { type Problems, problemsBySchema } from '../../../platform/problems'
import type { Settings } from '../shapes'

/** The county's numbers as they are typed, checked by the contract. */

const schema = v.omit(application.saveSettings.input, ['requestId'])

export type Setting = keyof Settings
export type Typed = Readonly<Record<Setting, string>>

export const parts: Readonly<Record<'working' | 'after', readonly Setting[]>> = {
  working: ['noticeDays', 'deliveryDays', 'escalateDays'],
  after: ['callBackDays', 'appealDays', 'appealAnswerDays', 'closeDays'],
}
export const allSettings = [...parts.working, ...parts.after]

const each = <T>(of: (setting: Setting) => T) =>
  Object.fromEntries(allSettings.map((setting) => [setting, of(setting)])) as Record<Setting, T>

export const typedOf = (settings: Settings): Typed => each((setting) => String(settings[setting]))
export const settingsOf = (typed: Typed): Settings =>
  each((setting) => (/^\d{1,4}$/.test(typed[setting].trim()) ? Number(typed[setting]) : Number.NaN))
export const problemsOf = (typed: Typed): Problems => problemsBySchema(schema, settingsOf(typed))

/** The least and the most that the contract takes. */
export function rangeOf(setting: Setting): { least: number; most: number } {
  const rules = schema.entries[setting].pipe
  const requirement = (type: string) =>
    rules.flatMap((rule) => ('requirement' in rule && rule.type === type ? [Number(rule.requirement)] : []))[0] ?? 0
  return { least: requirement('min_value'), most: requirement('max_value') }
}
