import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { Frame } from '../../frame'
import { WindowList } from '../../windows/list'
import { useAdministered } from '../../windows/reach'
import { windowsWording as words } from '../../windows/wording'
import { wording } from '../../wording'

/** The windows of my areas, where people come for their one visit; whoever administers the area changes them. */
export default function WindowsPage() {
  const mine = useAdministered()
  const { asked, again } = useAsk(() => client.application.windows({}), 'windows')
  const rows = asked.state === 'ready' ? asked.value.rows : []
  const add = () => go('deskWindow')
  return (
    <Frame title={words.title} at="windows">
      <View className="windows-page stack">
        <View className="between">
          <View className="t-note grow">{words.lead}</View>
          {mine.length > 0 && rows.length > 0 && (
            <Button look="secondary" icon="plus" onTap={add}>
              {words.add}
            </Button>
          )}
        </View>
        {asked.state === 'loading' && <Skeleton rows={4} />}
        {(asked.state === 'offline' || asked.state === 'failed') && (
          <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
        )}
        {asked.state === 'ready' &&
          rows.length === 0 &&
          (mine.length > 0 ? (
            <Empty words={words.empty} step={words.add} onStep={add} />
          ) : (
            <Empty words={words.emptyOther} />
          ))}
        <WindowList rows={rows} mayEdit={({ areaCode }) => mine.some((code) => areaCode.startsWith(code))} />
      </View>
    </Frame>
  )
}
