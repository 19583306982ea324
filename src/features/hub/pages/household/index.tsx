import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { go } from '../../../../platform/routes'
import { Gate } from '../../gate'
import { HouseholdView } from '../../join/household-view'
import { householdWording as words } from '../../join/wording'
import { useMyHub } from '../../my-hub'

/** My household. */
export default function HouseholdPage() {
  const { asked, again } = useMyHub()
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  if (asked.state !== 'ready' || !asked.value)
    return (
      <Gate
        title={words.title}
        asked={asked.state === 'ready' ? { state: 'loading' } : asked}
        page="household"
        again={again}
      />
    )
  return asked.value.household ? (
    <HouseholdView title={words.title} mine={asked.value} again={again} />
  ) : (
    <Shell title={words.title}>
      <Empty words={words.none} step={words.find} onStep={() => go('joinHousehold')} />
    </Shell>
  )
}
