import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { PlaceMap } from '../../../components/place-map'
import { useAreas } from '../../../platform/use-areas'
import type { HubRow } from '../shapes'
import { loadLight, hubsWording as words } from './wording'

interface HubMapProps {
  rows: readonly HubRow[]
  /** The area that is drawn, by its parts. */
  areaCode: string | undefined
  currentId: number | undefined
  onOpen: (hubId: number) => void
}

/** Where the hubs are and how many households each has; a plus stands at those with too many. */
export function HubMap({ rows, areaCode, currentId, onOpen }: HubMapProps) {
  const { asked } = useAreas(areaCode)
  const regions = useMemo(
    () =>
      asked.state === 'ready'
        ? asked.value.rows.flatMap(({ areaCode: key, name, lat, lng }) =>
            lat === null || lng === null ? [] : [{ key, name, lat, lng }],
          )
        : [],
    [asked],
  )
  const marks = useMemo(
    () =>
      rows.map((row) => ({
        key: String(row.hubId),
        label: `${row.name}，${loadLight(row).words}`,
        lat: row.lat,
        lng: row.lng,
        shape: 'circle' as const,
        words: String(row.households),
        ...(row.overloaded ? { look: 'lacking' as const } : {}),
      })),
    [rows],
  )
  return (
    <View className="branch-map">
      <PlaceMap
        label={words.map.label}
        regions={regions}
        marks={marks}
        links={[]}
        chosen={currentId === undefined ? undefined : String(currentId)}
        words={words.map}
        onChoose={(key) => onOpen(Number(key))}
      />
      <View className="t-hint branch-map__note">{words.map.note}</View>
    </View>
  )
}
