import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useKeys } from '../../../../platform/use-keys'
import { useList } from '../../../../platform/use-list'
import { useWide } from '../../../../platform/use-wide'
import { useServed } from '../../area/use-served'
import { CommunityFrame } from '../../frame'
import { CoverageCard } from '../../hubs/coverage'
import { HubList } from '../../hubs/list'
import { HubMap } from '../../hubs/map'
import { HubView } from '../../hubs/view'
import { hubsWording as words } from '../../hubs/wording'
import { useFresh } from '../../use-fresh'

const communityDigits = 12

/** 中心户: whether anybody is left out, the hubs with their load, and one of them beside the list on a wide screen. */
export default function BranchHubsPage() {
  const wide = useWide()
  const [area] = useServed(['communityAdmin', 'supervisor', 'gridWorker'])
  const opens = useServed(['communityAdmin']).length > 0
  const [chosen, setChosen] = useState<number | undefined>(Number(useRouter().params.hubId) || undefined)
  const list = useList((cursor) => client.hub.hubBoard(cursor ? { cursor } : {}), 'hubs')
  useFresh(list.again)
  const { rows } = list
  const row = rows.find(({ hubId }) => hubId === chosen) ?? rows[0]
  const walk = (by: number) => {
    const at = rows.findIndex(({ hubId }) => hubId === row?.hubId)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (!next) return
    setChosen(next.hubId)
    document.getElementById(`hub-${next.hubId}`)?.scrollIntoView({ block: 'nearest' })
  }
  const [down, up] = [() => walk(1), () => walk(-1)]
  useKeys(wide ? { j: down, ArrowDown: down, k: up, ArrowUp: up, n: () => opens && go('branchHubEdit') } : {})
  const add = opens && (
    <Button
      look={wide ? 'secondary' : 'primary'}
      icon="plus"
      size={wide ? 'small' : 'normal'}
      onTap={() => go('branchHubEdit')}
    >
      {words.add}
    </Button>
  )
  if (!wide)
    return (
      <CommunityFrame title={words.title} at="hubs">
        <View className="stack">
          <CoverageCard areaCode={area?.areaCode} />
          {add}
          <HubList list={list} onOpen={(hubId) => go('branchHub', { hubId })} />
        </View>
      </CommunityFrame>
    )
  return (
    <CommunityFrame title={words.title} at="hubs" columns>
      <View className="staff-columns staff-columns--two">
        <View className="staff-column">
          <View className="stack">
            {add}
            <HubList list={list} currentId={row?.hubId} onOpen={setChosen} />
          </View>
        </View>
        <View className="staff-column staff-column--main branch-beside">
          <View>
            {row ? (
              <HubView key={row.hubId} row={row} onMoved={list.again} />
            ) : (
              <View className="t-note">{words.choose}</View>
            )}
          </View>
          <View className="stack">
            <CoverageCard areaCode={area?.areaCode} />
            {rows.length > 0 && (
              <HubMap
                rows={rows}
                areaCode={area?.areaCode.slice(0, communityDigits)}
                currentId={row?.hubId}
                onOpen={setChosen}
              />
            )}
          </View>
        </View>
      </View>
    </CommunityFrame>
  )
}
