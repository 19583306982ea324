import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Choice } from '../../../../components/choice'
import { Heading } from '../../../../components/heading'
import { Shell } from '../../../../components/shell'
import { useMe } from '../../../../platform/session'
import { useDraft } from '../../../../platform/use-draft'
import { Gate } from '../../gate'
import { ByCode, codeIn } from '../../join/by-code'
import { type Address, ByStaff } from '../../join/by-staff'
import { HouseholdView } from '../../join/household-view'
import { useJoin } from '../../join/use-join'
import { Waiting } from '../../join/waiting'
import { householdWording, joinWording as words } from '../../join/wording'
import { type MyHub, useMyHub } from '../../my-hub'

/** Which household I live in: by a code somebody gave me, or because the staff see that I do. */
export default function JoinPage() {
  const { params } = useRouter()
  const { asked, again } = useMyHub()
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  const code = params.code ? codeIn(params.code) : ''
  if (asked.state !== 'ready' || !asked.value)
    return (
      <Gate
        title={words.title}
        asked={asked.state === 'ready' ? { state: 'loading' } : asked}
        page="joinHousehold"
        params={{ code: code || undefined }}
        again={again}
      />
    )
  return asked.value.household ? (
    <HouseholdView title={householdWording.title} mine={asked.value} again={again} />
  ) : (
    <Join mine={asked.value} given={code} again={again} />
  )
}

const ways = (['code', 'staff'] as const).map((value) => ({ value, words: words.ways[value] }))

function Join({ mine, given, again }: { mine: MyHub; given: string; again: () => Promise<void> }) {
  const home = useMe()?.community
  const [way, setWay] = useState<'code' | 'staff'>('code')
  const [code, setCode] = useState(given)
  const [address, setAddress, forget] = useDraft<Address>('hub/join', {
    areaCode: home?.areaCode ?? '',
    areaName: home?.name ?? '',
    gridCode: '',
    door: '',
  })
  const [missing, setMissing] = useState('')
  const { consented, problem, busy, byCode, byStaff, clear } = useJoin(again)
  const change = (part: Partial<Address>) => {
    setMissing('')
    clear()
    setAddress(part)
  }
  const ask = () => {
    if (address.areaCode === '') return setMissing(words.areaMissing)
    if (address.door.trim() === '') return setMissing(words.doorMissing)
    forget()
    void byStaff(address.gridCode || address.areaCode, address.door.trim())
  }
  const waits = mine.waiting !== null
  const codeWay = waits || way === 'code'
  return (
    <Shell
      title={words.title}
      bar={
        codeWay ? (
          <Button block loading={busy} disabled={busy || code.trim() === ''} onTap={() => void byCode(code)}>
            {words.join}
          </Button>
        ) : (
          <Button block loading={busy} disabled={busy} onTap={ask}>
            {words.askStaff}
          </Button>
        )
      }
    >
      <View className="stack">
        {mine.waiting ? (
          <Waiting waiting={mine.waiting} again={again} />
        ) : (
          <>
            <View>
              <Heading level={2} className="t-title">
                {words.head}
              </Heading>
              <View>{words.why}</View>
            </View>
            <Card>
              <Choice
                label={words.how}
                options={ways}
                value={way}
                onChange={(next) => {
                  clear()
                  setWay(next)
                }}
              />
            </Card>
          </>
        )}
        <Card>
          {codeWay ? (
            <View className="stack">
              {waits && <View>{words.orCode}</View>}
              <ByCode
                code={code}
                problem={problem}
                onChange={(next) => {
                  clear()
                  setCode(next)
                }}
              />
            </View>
          ) : (
            <ByStaff value={address} problem={missing || problem} onChange={change} />
          )}
        </Card>
        {!consented && <View className="t-note">{words.agree}</View>}
      </View>
    </Shell>
  )
}
