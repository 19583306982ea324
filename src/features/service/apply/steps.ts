import type { Outcome } from '../shapes'
import { handedInNow } from './to-submission'

/** The form one thing a screen: for whom, each field, each document, how the result comes, and all of it once more. */
export function stepsOf(outcome: Outcome, choosesWho: boolean): string[] {
  return [
    ...(choosesWho ? ['who'] : []),
    ...Object.keys(outcome.form.properties).map((key) => `form.${key}`),
    ...handedInNow(outcome.documents).map(({ key }) => `document.${key}`),
    ...(outcome.deliveries.length > 1 || outcome.deliveries[0] === 'post' ? ['delivery'] : []),
    'check',
  ]
}
