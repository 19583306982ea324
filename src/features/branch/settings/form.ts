import * as v from 'valibot'
import { hub, hubSettings } from '../../../../types/hub'
import { type Problems, problemsBySchema } from '../../../platform/problems'
import type { Settings } from '../shapes'

/** The county's numbers as they are typed, checked by the contract. */

export const schema = v.omit(hub.saveHubSettings.input, ['requestId'])
export type Setting = keyof Settings
export type Typed = Readonly<Record<Setting, string>>

export const parts: Readonly<Record<'households' | 'answers', readonly Setting[]>> = {
  households: ['mostHouseholds', 'reachMetres', 'invitationDays'],
  answers: ['firstAnswerHours', 'nextAnswerHours', 'answerDays', 'confirmDays'],
}
export const allSettings = [...parts.households, ...parts.answers]

const each = <T>(of: (setting: Setting) => T) =>
  Object.fromEntries(allSettings.map((setting) => [setting, of(setting)])) as Record<Setting, T>

export const typedOf = (settings: Settings): Typed => each((setting) => String(settings[setting]))
export const settingsOf = (typed: Typed): Settings =>
  each((setting) => (/^\d{1,5}$/.test(typed[setting].trim()) ? Number(typed[setting]) : Number.NaN))
export const problemsOf = (typed: Typed): Problems => problemsBySchema(schema, settingsOf(typed))

/** The least and the most that the contract takes. */
export function rangeOf(setting: Setting): { least: number; most: number } {
  const rules = hubSettings[setting].pipe
  const requirement = (type: string) =>
    rules.flatMap((rule) => ('requirement' in rule && rule.type === type ? [Number(rule.requirement)] : []))[0] ?? 0
  return { least: requirement('min_value'), most: requirement('max_value') }
}
