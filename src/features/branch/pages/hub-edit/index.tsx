import { useRouter } from '@tarojs/taro'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { replaceWith } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useServed } from '../../area/use-served'
import { CommunityFrame } from '../../frame'
import { editWording as words } from '../../hubs/edit-wording'
import { HubEditor } from '../../hubs/editor'
import { emptyForm, formOf } from '../../hubs/form'
import { hubsWording } from '../../hubs/wording'
import { wording } from '../../wording'

/** One hub, a new one or one that is changed. */
export default function BranchHubEditPage() {
  const { params } = useRouter()
  const hubId = params.hubId ? Number(params.hubId) : undefined
  return (
    <CommunityFrame title={hubId === undefined ? words.newTitle : words.editTitle} under="hubs">
      {hubId === undefined ? <NewHub /> : <OldHub hubId={hubId} />}
    </CommunityFrame>
  )
}

function NewHub() {
  const [area] = useServed(['communityAdmin'])
  if (!useMe()) return <Skeleton rows={5} />
  if (!area) return <Gone />
  return <HubEditor hubId={undefined} stored={emptyForm(area.areaCode)} />
}

function OldHub({ hubId }: { hubId: number }) {
  const { asked, again } = useAsk(() => client.hub.hubToEdit({ hubId }), `edit/${hubId}`)
  if (asked.state === 'loading') return <Skeleton rows={5} />
  if (asked.state === 'failed' && asked.notFound) return <Gone />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  return <HubEditor hubId={hubId} stored={formOf(asked.value)} />
}

const Gone = () => <Empty words={wording.gone} step={hubsWording.title} onStep={() => replaceWith('branchHubs')} />
