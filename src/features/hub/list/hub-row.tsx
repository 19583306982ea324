import { View } from '@tarojs/components'
import { Row } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Light } from '../../../components/light'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/routes'
import type { NearHub } from '../card/hub-head'
import { nextWords, presenceLight, walkWords } from '../presence'
import { listWording as words } from '../wording'
import './style.scss'

interface HubRowProps {
  hub: NearHub
  /** Its number on the map. */
  n: number
  mine: boolean
}

/** One hub in the list: whether somebody is there, where it is. */
export function HubRow({ hub, n, mine }: HubRowProps) {
  const now = new Date()
  const light = presenceLight(hub, now)
  const next = nextWords(hub, now)
  return (
    <Row
      lead={<View className="hub-number">{n}</View>}
      title={
        <View className="line">
          <View>{hub.name}</View>
          {mine && <Tag>{words.mine}</Tag>}
        </View>
      }
      note={
        <>
          <Light {...light} />
          <View>
            <Dated words={[next, walkWords(hub.metres), hub.place].filter(Boolean).join(' · ')} />
          </View>
        </>
      }
      onTap={() => go('hub', { hubId: hub.hubId })}
    />
  )
}
