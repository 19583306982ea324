import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Chips } from '../../../../components/chips'
import { Heading } from '../../../../components/heading'
import { Sheet } from '../../../../components/sheet'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useKeys } from '../../../../platform/use-keys'
import { useList } from '../../../../platform/use-list'
import { useWide } from '../../../../platform/use-wide'
import { useServed } from '../../area/use-served'
import { CommunityFrame } from '../../frame'
import { HouseholdList } from '../../households/list'
import { HouseholdView } from '../../households/view'
import { householdsWording as words } from '../../households/wording'
import { useFresh } from '../../use-fresh'

type Filter = 'all' | 'orphaned'
const filters = (['all', 'orphaned'] as const).map((value) => ({ value, words: words.filter[value] }))

/** 住户: all of them or those without a hub; one beside the list on a wide screen, in a sheet on a phone. */
export default function BranchHouseholdsPage() {
  const wide = useWide()
  const { params } = useRouter()
  const registers = useServed(['gridWorker', 'communityAdmin']).length > 0
  const [hubId, setHubId] = useState<number | undefined>(Number(params.hubId) || undefined)
  const [filter, setFilter] = useState<Filter>(params.orphaned ? 'orphaned' : 'all')
  const [chosen, setChosen] = useState<number>()
  const [orphans, setOrphans] = useState<number>()
  const orphaned = filter === 'orphaned'
  const list = useList(async (cursor) => {
    const answer = await client.hub.households({
      orphaned,
      ...(hubId === undefined ? {} : { hubId }),
      ...(cursor ? { cursor } : {}),
    })
    if (answer.ok) setOrphans(answer.value.orphaned)
    return answer
  }, `${filter}/${hubId}`)
  useFresh(list.again)
  const { rows } = list
  const row = rows.find(({ householdId }) => householdId === chosen) ?? (wide ? rows[0] : undefined)
  const walk = (by: number) => {
    const at = rows.findIndex(({ householdId }) => householdId === row?.householdId)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (!next) return
    setChosen(next.householdId)
    document.getElementById(`household-${next.householdId}`)?.scrollIntoView({ block: 'nearest' })
  }
  const [down, up] = [() => walk(1), () => walk(-1)]
  useKeys(wide ? { j: down, ArrowDown: down, k: up, ArrowUp: up, n: () => registers && go('branchRegister') } : {})
  const hubName = hubId === undefined ? undefined : rows[0]?.hubName
  const left = (
    <View className="stack">
      {orphans !== undefined && (
        <Heading level={2} className="branch-lead">
          {words.lead(orphans)}
        </Heading>
      )}
      {registers && (
        <View className="branch-acts">
          <Button icon="plus" size={wide ? 'small' : 'normal'} onTap={() => go('branchRegister')}>
            {words.register}
          </Button>
          <Button look="secondary" size={wide ? 'small' : 'normal'} onTap={() => go('branchImport')}>
            {words.import}
          </Button>
        </View>
      )}
      {hubId === undefined ? (
        <Chips label={words.filters} items={filters} value={filter} onChange={setFilter} />
      ) : (
        <View className="between">
          <View className="t-strong">{hubName ? words.ofHub(hubName) : ''}</View>
          <Button look="quiet" size="small" onTap={() => setHubId(undefined)}>
            {words.seeAll}
          </Button>
        </View>
      )}
      <HouseholdList
        list={list}
        orphaned={orphaned}
        currentId={wide ? row?.householdId : undefined}
        onOpen={({ householdId }) => setChosen(householdId)}
      />
    </View>
  )
  if (!wide)
    return (
      <CommunityFrame title={words.title} at="households">
        {left}
        <Sheet open={row !== undefined} title={words.title} onClose={() => setChosen(undefined)}>
          {row && <HouseholdView key={row.householdId} row={row} onMoved={list.again} />}
        </Sheet>
      </CommunityFrame>
    )
  return (
    <CommunityFrame title={words.title} at="households" columns>
      <View className="staff-columns staff-columns--two">
        <View className="staff-column">{left}</View>
        <View className="staff-column staff-column--main">
          <View className="branch-middle">
            {row ? (
              <HouseholdView key={row.householdId} row={row} onMoved={list.again} />
            ) : (
              <View className="t-note">{words.choose}</View>
            )}
          </View>
        </View>
      </View>
    </CommunityFrame>
  )
}
