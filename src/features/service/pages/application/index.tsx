import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Afterwards } from '../../case/afterwards'
import { AnswerCard } from '../../case/answer-card'
import { Calendar } from '../../case/calendar'
import { CaseBar } from '../../case/case-bar'
import { HandedIn } from '../../case/handed-in'
import { HelpCard } from '../../case/helper-card'
import { Needs } from '../../case/needs'
import { Letters } from '../../case/papers'
import '../../case/style.scss'
import { Timeline } from '../../case/timeline'
import { caseWording as words } from '../../case/wording'
import { wording } from '../../wording'

/** One application: how long yet and why, what I have to do, what happened, and everything that belongs to it. */
export default function ApplicationPage() {
  const { params } = useRouter()
  const applicationId = Number(params.applicationId)
  const signedIn = useSignedIn()
  const { asked, again } = useAsk(() => client.application.detail({ applicationId }), `${applicationId}/${signedIn}`)
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))

  if (asked.state !== 'ready') {
    return (
      <Shell title={words.title}>
        {!signedIn ? (
          <Empty
            words={words.needSignIn}
            step={wording.signIn}
            onStep={() => go('signIn', { next: pathOf('application', { applicationId }) })}
          />
        ) : (
          <>
            {asked.state === 'loading' && <Skeleton rows={5} />}
            {asked.state === 'offline' && <Failed words={wording.offline} onAgain={again} />}
            {asked.state === 'failed' && (
              <Empty words={wording.notFound} step={wording.list.title} onStep={() => go('applications')} />
            )}
          </>
        )}
      </Shell>
    )
  }
  const application = asked.value
  const changed = () => void again()
  return (
    <Shell title={application.itemName} bar={<CaseBar application={application} onChanged={changed} />}>
      <View className="stack">
        <AnswerCard application={application} />
        <Needs application={application} />
        {application.explanation && <Calendar explanation={application.explanation} kind={application.clock.kind} />}
        <Timeline application={application} />
      </View>
      <Letters letters={application.letters} />
      <Afterwards application={application} />
      <HandedIn application={application} />
      <HelpCard application={application} onChanged={changed} />
    </Shell>
  )
}
