import type { feedback } from '../../../types/feedback'
import type { OutputOf } from '../../../types/operation'
import type { LightKind } from '../../components/light'
import { nearTime } from '../../platform/dates'
import { wording } from './wording'

type Feedback = OutputOf<(typeof feedback)['detail']>

/** The light of one: what it waits for and until when, in words. */
export function clockOf(
  { state, light, answerBy }: Pick<Feedback, 'state' | 'light' | 'answerBy'>,
  now: Date,
): { kind: LightKind; words: string } {
  const { lights } = wording
  if (state !== 'open') return { kind: light, words: lights[state] }
  const by = nearTime(answerBy, now)
  return { kind: light, words: light === 'idle' ? by : lights[light](by) }
}

/** The first words on one line, to tell one from another. */
export function beginningOf(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length > 15 ? `${line.slice(0, 14)}…` : line
}

/** 投诉 · 办事 */
export const headOf = ({ kind, about }: Pick<Feedback, 'kind' | 'about'>) =>
  wording.head(wording.kinds[kind], wording.subjects[about])
