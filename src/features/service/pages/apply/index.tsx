import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { go, pathOf, replaceWith } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { ApplyView } from '../../apply/apply-view'
import { useApply } from '../../apply/use-apply'
import { applyWording as words } from '../../apply/wording'
import { wording } from '../../wording'

/** Filling in and handing in one item, for oneself or for somebody. */
export default function ApplyPage() {
  const { params } = useRouter()
  const code = params.code ?? ''
  const applicationId = params.applicationId === undefined ? undefined : Number(params.applicationId)
  const signedIn = useSignedIn()
  const { opening, change, again } = useApply(code, applicationId)
  const handedIn = opening.state === 'handedIn' ? opening.applicationId : undefined
  useEffect(() => {
    if (handedIn !== undefined) replaceWith('application', { applicationId: handedIn })
  }, [handedIn])

  if (!signedIn) {
    return (
      <Shell title={words.title}>
        <Empty
          words={wording.list.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('apply', { code, applicationId }) })}
        />
      </Shell>
    )
  }
  if (opening.state === 'ready') {
    const { outcome, questions } = opening.opened.guide
    if (outcome?.eligible) return <ApplyView opened={{ ...opening.opened, outcome }} onChange={change} />
    const open = questions.filter((q) => q.answer === null).length
    return (
      <Shell title={opening.opened.item.name}>
        <Empty
          words={outcome ? [outcome.why, outcome.goTo].filter(Boolean).join(' ') : words.started(open)}
          step={words.startOver}
          onStep={() => replaceWith('serviceItem', { code })}
        />
      </Shell>
    )
  }
  return (
    <Shell title={words.title}>
      {opening.state === 'offline' && <Failed words={wording.offline} onAgain={again} />}
      {opening.state === 'failed' && <Failed words={opening.words || wording.notFound} onAgain={again} />}
      {(opening.state === 'loading' || opening.state === 'handedIn') && <Skeleton rows={4} />}
    </Shell>
  )
}
