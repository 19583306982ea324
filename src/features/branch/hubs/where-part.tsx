import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { PlacePick } from '../../../components/place-pick'
import { client } from '../../../platform/client'
import { whereIAm } from '../../../platform/position'
import { say } from '../../../platform/say'
import { useAreas } from '../../../platform/use-areas'
import { useAsk } from '../../../platform/use-ask'
import { AreaPick } from '../area/pick'
import { editWording as words } from './edit-wording'
import type { PartProps } from './people-part'

const communityDigits = 12

interface WherePartProps extends PartProps {
  hubId: number | undefined
  leave: (field: string) => void
}

/** The area, the landmark, and the spot on our own map; other hubs are drawn to find one's way. */
export function WherePart({ form, hubId, problemAt, change, leave }: WherePartProps) {
  const { areaCode, lat, lng } = form
  const [papers, setPapers] = useState(0)
  const community = areaCode.slice(0, communityDigits)
  const areas = useAreas(community.length === communityDigits ? community.slice(0, 9) : areaCode || undefined)
  const rows = areas.asked.state === 'ready' ? areas.asked.value.rows : []
  const middle = rows.find((row) => row.areaCode === community)
  const { asked } = useAsk(() => client.hub.hubs(areaCode ? { areaCode: community } : {}), `around/${community}`)
  const around = useMemo(
    () =>
      asked.state === 'ready'
        ? asked.value.rows
            .filter((one) => one.hubId !== hubId)
            .map((one) => ({ key: String(one.hubId), lat: one.lat, lng: one.lng, words: one.name }))
        : [],
    [asked, hubId],
  )
  const regions = useMemo(
    () =>
      rows.flatMap((row) =>
        row.lat === null || row.lng === null ? [] : [{ key: row.areaCode, name: row.name, lat: row.lat, lng: row.lng }],
      ),
    [rows],
  )
  const start =
    lat !== null && lng !== null
      ? { lat, lng }
      : middle?.lat != null && middle.lng != null
        ? { lat: middle.lat, lng: middle.lng }
        : undefined
  const here = async () => {
    const at = await whereIAm()
    if (!at) return say(words.noPosition)
    change({ lat: at.lat, lng: at.lng })
    setPapers(papers + 1)
  }
  return (
    <>
      <AreaPick
        label={words.area}
        roles={['communityAdmin']}
        value={areaCode}
        least={12}
        most={20}
        problem={problemAt('areaCode')}
        onChange={(area) => {
          change({ areaCode: area.areaCode, ...(area.lat !== null ? { lat: area.lat, lng: area.lng } : {}) })
          setPapers(papers + 1)
        }}
      />
      <Field
        label={words.place}
        required
        most={40}
        hint={words.placeHint}
        value={form.place}
        problem={problemAt('place')}
        onChange={(place) => change({ place })}
        onLeave={() => leave('place')}
      />
      {start && (
        <View className="field">
          <View className="field__label">{words.position}</View>
          <PlacePick
            key={`${papers}/${middle?.areaCode}`}
            label={words.position}
            start={start}
            regions={regions}
            around={around}
            words={{ closer: words.closer, farther: words.farther, hint: words.positionHint }}
            onChange={(place) => change(place)}
          />
          {problemAt('lat') ? <View className="t-late">{problemAt('lat')}</View> : null}
          <View className="line">
            <Button look="secondary" size="small" icon="pin" onTap={here}>
              {words.here}
            </Button>
          </View>
        </View>
      )}
    </>
  )
}
