import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { replaceWith } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { VisitView } from '../../diary/visit-view'
import { diaryWording as words } from '../../diary/wording'
import { HostFrame } from '../../frame'
import { wording } from '../../wording'

/** One visit: what was heard, who was visited, what was promised. */
export default function BranchVisitPage() {
  const visitId = Number(useRouter().params.visitId)
  const { asked, again } = useAsk(() => client.hub.visit({ visitId }), `visit/${visitId}`)
  return (
    <HostFrame title={words.one} under="visits">
      <View className="staff-narrow stack">
        {asked.state === 'loading' && <Skeleton rows={5} />}
        {asked.state === 'offline' && <Failed words={wording.offline} onAgain={again} />}
        {asked.state === 'failed' &&
          (asked.notFound ? (
            <Empty words={wording.gone} step={words.title} onStep={() => replaceWith('branchVisits')} />
          ) : (
            <Failed words={asked.words} onAgain={again} />
          ))}
        {asked.state === 'ready' && <VisitView visit={asked.value} again={again} />}
      </View>
    </HostFrame>
  )
}
