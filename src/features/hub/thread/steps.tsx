import type { ContactDetail } from '../../../../types/hub'
import { stepsTaken } from '../../../../types/hub/life'
import { Steps } from '../../../components/steps'
import { threadWording as words } from './wording'

/** How far a contact has come. */
export function ContactSteps({ contact }: { contact: ContactDetail }) {
  const steps = stepsTaken(contact.events).map(({ step, done }) => ({ name: words.steps[step], done }))
  const last = steps.map(({ done }) => done).lastIndexOf(true)
  return <Steps label={words.stepsSaid(steps[last]?.name ?? '', steps[last + 1]?.name ?? '')} steps={steps} />
}
