import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { DutyCalls } from '../../duty/calls'
import { MyShifts } from '../../duty/my-shifts'
import { OnDuty } from '../../duty/on-duty'
import { dutyWording as words } from '../../duty/wording'
import { gateWording } from '../../gate-wording'

const all = ['now', 'mine', 'calls'] as const
type Tab = (typeof all)[number]
const tabs = all.map((value) => ({ value, words: words.tabs[value] }))

/** 谁在值班: who is there; for whoever is on duty, also the own shifts and who asked. */
export default function DutyPage() {
  const { params } = useRouter()
  const signedIn = useSignedIn()
  const [tab, setTab] = useState<Tab>(all.find((one) => one === params.tab) ?? 'now')
  if (!signedIn)
    return (
      <Shell title={words.title}>
        <Empty
          words={gateWording.needSignIn}
          step={gateWording.signIn}
          onStep={() => go('signIn', { next: pathOf('duty') })}
        />
      </Shell>
    )
  return (
    <Shell title={words.title}>
      <View className="stack">
        <Chips label={words.title} items={tabs} value={tab} onChange={setTab} />
        {tab === 'now' && <OnDuty />}
        {tab === 'mine' && <MyShifts />}
        {tab === 'calls' && <DutyCalls />}
      </View>
    </Shell>
  )
}
