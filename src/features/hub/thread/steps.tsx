import type { ContactDetail } from '../../../../types/hub'
import { Steps } from '../../../components/steps'
import { threadWording as words } from './wording'

/** 五步: each is an event that leads there. */
const steps = ['asked', 'sorted', 'discussed', 'claimed', 'answered'] as const
const eventsOf = {
  asked: ['ask'],
  sorted: ['sort'],
  discussed: ['discuss'],
  claimed: ['claim', 'handOn'],
  answered: ['answer'],
} as const

/** How far a contact has come. */
export function ContactSteps({ contact }: { contact: ContactDetail }) {
  const happened = new Set<string>(contact.events.map(({ kind }) => kind))
  const done = steps.map((step) => eventsOf[step].some((kind) => happened.has(kind)))
  const last = done.lastIndexOf(true)
  const now = steps[last]
  const next = steps[last + 1]
  return (
    <Steps
      label={words.stepsSaid(now ? words.steps[now] : '', next ? words.steps[next] : '')}
      steps={steps.map((step, n) => ({ name: words.steps[step], done: done[n] ?? false }))}
    />
  )
}
