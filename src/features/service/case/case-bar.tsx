import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { confirm, say, wordsOf } from '../../../platform/say'
import type { ApplicationDetail } from '../shapes'
import { caseWording as words } from './wording'

/** The bar: leaving, asking whoever is responsible, and the one thing that is due, if there is one. */
export function CaseBar({ application: a, onChanged }: { application: ApplicationDetail; onChanged: () => void }) {
  const { applicationId, itemCode } = a
  const may = (action: ApplicationDetail['allowedActions'][number]) => a.allowedActions.includes(action)
  const withdraw = async () => {
    if (!(await confirm(words.withdrawAsk, words.withdrawYes))) return
    try {
      const answer = await client.application.withdraw({ applicationId })
      if (answer.ok) say(words.withdrawn)
      onChanged()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  const due = dueStep(a)
  const ask = may('say') && (
    <Button
      look="secondary"
      block={!due}
      icon="chat"
      {...(due ? { label: words.say } : {})}
      onTap={() => go('talk', { applicationId })}
    >
      {due ? undefined : words.say}
    </Button>
  )
  if (!due && !ask && !may('withdraw')) {
    return a.status === 'withdrawn' || a.status === 'lapsed' ? (
      <Button block onTap={() => go('serviceItem', { code: itemCode })}>
        {words.again}
      </Button>
    ) : undefined
  }
  return (
    <>
      {may('withdraw') && (
        <Button look="quiet" onTap={() => void withdraw()}>
          {words.withdraw}
        </Button>
      )}
      {ask}
      {due && (
        <Button block onTap={due.open}>
          {due.words}
        </Button>
      )}
    </>
  )
}

/** The one thing the person has to do; none: the page only informs. */
function dueStep({ allowedActions, applicationId, itemCode, appointment }: ApplicationDetail) {
  if (allowedActions.includes('edit'))
    return { words: words.goOn, open: () => go('apply', { code: itemCode, applicationId }) }
  if (allowedActions.includes('correct'))
    return { words: words.correction.go, open: () => go('correct', { applicationId }) }
  if (allowedActions.includes('book') && appointment?.status !== 'booked')
    return { words: words.visit.go, open: () => go('visit', { applicationId }) }
  if (allowedActions.includes('rate'))
    return { words: words.rating.go, open: () => go('rateService', { applicationId }) }
  return undefined
}
