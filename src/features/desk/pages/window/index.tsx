import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { replaceWith } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Frame } from '../../frame'
import { WindowEditor } from '../../windows/editor'
import { emptyForm, formOf } from '../../windows/form'
import { useAdministered } from '../../windows/reach'
import { windowsWording as words } from '../../windows/wording'
import { wording } from '../../wording'

/** One window, a new one or one that is changed. */
export default function WindowPage() {
  const { params } = useRouter()
  const windowId = params.windowId ? Number(params.windowId) : undefined
  return (
    <Frame title={windowId === undefined ? words.newTitle : words.editTitle} under="windows">
      <View className="windows-page">{windowId === undefined ? <NewWindow /> : <OldWindow windowId={windowId} />}</View>
    </Frame>
  )
}

function NewWindow() {
  const [areaCode] = useAdministered()
  if (useMe() === undefined) return <Skeleton rows={4} />
  if (areaCode === undefined) return <Gone />
  return <WindowEditor windowId={undefined} stored={emptyForm(areaCode)} />
}

function OldWindow({ windowId }: { windowId: number }) {
  const mine = useAdministered()
  const { asked, again } = useAsk(() => client.application.windows({}), 'windows')
  if (asked.state === 'loading') return <Skeleton rows={4} />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  const window = asked.value.rows.find((row) => row.windowId === windowId)
  if (!window || !mine.some((code) => window.areaCode.startsWith(code))) return <Gone />
  return <WindowEditor windowId={windowId} stored={formOf(window)} />
}

const Gone = () => <Empty words={words.gone} step={words.title} onStep={() => replaceWith('deskWindows')} />
