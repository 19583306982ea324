import { View } from '@tarojs/components'
import type { HubCard } from '../../../../types/hub'
import { Dated } from '../../../components/dated'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import type { Place } from '../../../components/place-map/projection'
import { abilityWords, nextWords, presenceLight, walkWords } from '../presence'
import { HubMap } from './map'
import './style.scss'

export type NearHub = HubCard & { metres: number | null }

/** One hub as everybody may see it: the way there, whether somebody is there, the landmark, what they speak and know. */
export function HubHead({ hub, home }: { hub: NearHub; home: Place | undefined }) {
  const now = new Date()
  const walk = walkWords(hub.metres)
  const able = abilityWords(hub)
  const next = nextWords(hub, now)
  return (
    <View className="hub-head">
      <HubMap hub={hub} home={home} walk={walk} />
      <View className="hub-head__body">
        <View className="hub-head__name">
          <Heading level={2} className="t-title">
            {hub.name}
          </Heading>
          <Light {...presenceLight(hub, now)} pill />
        </View>
        <View className="t-note">
          <Dated words={[hub.areaName, hub.place, walk].filter(Boolean).join(' · ')} />
        </View>
        {next && <View className="t-strong">{next}</View>}
        {able && <View>{able}</View>}
      </View>
    </View>
  )
}
