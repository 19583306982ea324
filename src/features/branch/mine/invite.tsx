import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { useStep } from '../use-step'
import { mineWording } from './wording'

const words = mineWording.invite

/** A code by which somebody of a household joins it, once. */
export function Invite({ householdId }: { householdId: number }) {
  const [given, setGiven] = useState<{ code: string; expiresAt: Date }>()
  const { busy, step } = useStep(() => {})
  const ask = async () => {
    const got = await step(() => client.hub.inviteToHousehold({ householdId }), '')
    if (got) setGiven(got)
  }
  return (
    <View className="stack">
      <View className="t-strong">{words.title}</View>
      {given ? (
        <View className="quiet between">
          <View className="grow">
            <View className="t-note">{words.code}</View>
            <View className="t-title">{given.code}</View>
            <View className="t-note">{words.until(given.expiresAt)}</View>
          </View>
          <Button
            look="secondary"
            size="small"
            onTap={() => void Taro.setClipboardData({ data: given.code }).catch(() => {})}
          >
            {words.copy}
          </Button>
        </View>
      ) : (
        <>
          <View className="t-note">{words.note}</View>
          <Button look="secondary" icon="share" loading={busy} onTap={ask}>
            {words.button}
          </Button>
        </>
      )}
    </View>
  )
}
