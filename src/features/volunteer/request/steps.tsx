import { Steps } from '../../../components/steps'
import { steps } from './head'
import { requestWording as words } from './wording'

/** 已接 → 出发 → 到了 → 办完: how far it is. */
export function HelpSteps({ done }: { done: number }) {
  const last = steps[done - 1]
  const next = steps[done]
  return (
    <Steps
      label={words.stepsSaid(last ? words.steps[last] : '', next ? words.steps[next] : '')}
      steps={steps.map((step, n) => ({ name: words.steps[step], done: n < done }))}
    />
  )
}
