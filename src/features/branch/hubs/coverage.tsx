import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Light } from '../../../components/light'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { useAsk } from '../../../platform/use-ask'
import type { Coverage } from '../shapes'
import { hubsWording, percentOf } from './wording'

const words = hubsWording.coverage

/** Whether anybody is left out, and how anyone can see for himself that the figure is right. */
export function CoverageCard({ areaCode }: { areaCode: string | undefined }) {
  const { asked } = useAsk(() => client.hub.coverage(areaCode ? { areaCode } : {}), `coverage/${areaCode}`)
  const [proof, setProof] = useState(false)
  if (asked.state !== 'ready') return null
  const { households, orphaned, overloaded } = asked.value
  const lead = households === 0 ? words.none : orphaned === 0 ? words.all : words.part(percentOf(asked.value))
  return (
    <Card>
      <View className="stack">
        <View className="t-display">{lead}</View>
        <View className="t-note">{words.figures(asked.value)}</View>
        {orphaned > 0 && (
          <View className="between">
            <Light kind="late" words={words.orphaned(orphaned)} />
            <Button look="secondary" size="small" onTap={() => go('branchHouseholds', { orphaned: 1 })}>
              {words.see}
            </Button>
          </View>
        )}
        {overloaded > 0 && (
          <View className="between">
            <Light kind="soon" words={words.overloaded(overloaded)} />
            <Button look="secondary" size="small" onTap={() => go('branchBalance')}>
              {words.balance}
            </Button>
          </View>
        )}
        <View className="line">
          <Button look="quiet" size="small" icon="shield" onTap={() => setProof(!proof)}>
            {proof ? words.hide : words.prove}
          </Button>
        </View>
        {proof && <Proof coverage={asked.value} areaCode={areaCode} />}
      </View>
    </Card>
  )
}

function Proof({ coverage: { digest, at }, areaCode }: { coverage: Coverage; areaCode: string | undefined }) {
  const query = `select * from hub_coverage('${areaCode ?? ''}')`
  return (
    <View className="quiet stack">
      <View className="t-note">{words.query}</View>
      <View className="branch-code">{query}</View>
      <View className="t-note">{words.digest(digest, at)}</View>
      <View className="line">
        <Button look="secondary" size="small" onTap={() => void Taro.setClipboardData({ data: query }).catch(() => {})}>
          {words.copy}
        </Button>
      </View>
    </View>
  )
}
