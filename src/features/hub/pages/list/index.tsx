import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type HubSpecialty, hubSpecialties } from '../../../../../types/hub'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { PlaceMap } from '../../../../components/place-map'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { HubRow } from '../../list/hub-row'
import { Posts } from '../../list/posts'
import { useFrom } from '../../list/where'
import { useMyHub } from '../../my-hub'
import { hubWording, specialtyNames, listWording as words } from '../../wording'

/** So many at a time: nobody walks to the thirtieth, and a map of all shows none. */
const step = 5

type Which = HubSpecialty | 'all'
const chips = [
  { value: 'all' as Which, words: words.all },
  ...hubSpecialties.map((value) => ({ value: value as Which, words: specialtyNames[value] })),
]
const mapWords = { closer: words.closer, farther: words.farther, all: words.wholeMap, several: words.several }

/** Hubs near me, the nearest first, on a map and as a list. */
export default function HubsPage() {
  const { params } = useRouter()
  const [which, setWhich] = useState<Which>(chips.find(({ value }) => value === params.specialty)?.value ?? 'all')
  const [most, setMost] = useState(step)
  const me = useMe()
  const mine = useMyHub()
  const my = mine.asked.state === 'ready' ? mine.asked.value : null
  const { from, here, failed, locate } = useFrom(me, my?.household ?? undefined)
  const { asked, again } = useAsk(
    () => client.hub.hubs({ ...from.input, ...(which === 'all' ? {} : { specialty: which }) }),
    `hubs/${from.key}/${which}`,
  )
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  const all = asked.state === 'ready' ? asked.value.rows : []
  const rows = all.slice(0, most)
  const left = Math.min(step, all.length - rows.length)
  const choose = (next: Which) => {
    setWhich(next)
    setMost(step)
  }
  const homeMark = my?.household
    ? [{ key: 'home', lat: my.household.lat, lng: my.household.lng, label: words.home, shape: 'square' as const }]
    : []
  const home = me?.community
  const area =
    home && home.lat !== null && home.lng !== null
      ? [{ key: home.areaCode, name: home.name, lat: home.lat, lng: home.lng }]
      : []
  return (
    <Shell title={words.title}>
      <View className="stack">
        <Chips label={words.specialty} items={chips} value={which} onChange={choose} />
        <View className="hub-list__from">
          <View className="t-note">{failed ? words.hereFailed : from.said}</View>
          {!here && (
            <Button look="secondary" size="small" icon="pin" onTap={() => void locate()}>
              {words.here}
            </Button>
          )}
        </View>
        {asked.state === 'loading' && <Skeleton rows={4} />}
        {asked.state === 'offline' && <Failed words={hubWording.offline} onAgain={again} />}
        {asked.state === 'failed' && <Failed words={asked.words} onAgain={again} />}
        {asked.state === 'ready' && rows.length === 0 && (
          <Empty
            words={words.empty}
            {...(which === 'all' ? {} : { step: words.emptyStep, onStep: () => choose('all') })}
          />
        )}
        {rows.length > 0 && (
          <>
            <View className="hub-list__map">
              <PlaceMap
                label={words.map}
                regions={area}
                marks={[
                  ...rows.map((hub, n) => ({
                    key: String(hub.hubId),
                    lat: hub.lat,
                    lng: hub.lng,
                    label: words.one(n + 1, hub.name),
                    shape: 'circle' as const,
                    words: String(n + 1),
                  })),
                  ...homeMark,
                ]}
                links={[]}
                chosen={undefined}
                words={mapWords}
                onChoose={(key) => go('hub', { hubId: key })}
              />
            </View>
            <Card flush>
              {rows.map((hub, n) => (
                <HubRow key={hub.hubId} hub={hub} n={n + 1} mine={hub.hubId === my?.hub?.hubId} />
              ))}
            </Card>
            {left > 0 && (
              <Button look="secondary" block onTap={() => setMost(most + step)}>
                {words.more(left)}
              </Button>
            )}
          </>
        )}
        {which === 'all' && <Posts areaCode={home?.areaCode} />}
        {rows.length > 0 && left === 0 && <EndMark />}
      </View>
    </Shell>
  )
}
