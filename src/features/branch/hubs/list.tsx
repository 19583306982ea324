import { View } from '@tarojs/components'
import { Dated } from '../../../components/dated'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { ListState } from '../../../components/list-state'
import { Tap } from '../../../components/tap'
import type { Listed } from '../../../platform/use-list'
import type { HubRow } from '../shapes'
import { loadLight, hubsWording as words } from './wording'

interface HubListProps {
  list: Listed<HubRow>
  currentId?: number | undefined
  onOpen: (hubId: number) => void
}

/** Hubs with their load, the most overloaded first. */
export function HubList({ list, currentId, onOpen }: HubListProps) {
  const { rows, state } = list
  return (
    <View className="branch-list">
      {rows.length > 0 && (
        <Heading level={2} className="t-head">
          {words.lead(rows.length, state !== 'end')}
        </Heading>
      )}
      {rows.map((row) => {
        const on = row.hubId === currentId
        const light = loadLight(row)
        return (
          <View key={row.hubId} id={`hub-${row.hubId}`}>
            <Tap
              role="link"
              chosen={on}
              className={`branch-row ${on ? 'branch-row--on' : ''}`}
              onTap={() => onOpen(row.hubId)}
            >
              <View className="branch-row__head">
                <View className="t-strong">{row.name}</View>
                <Light kind={light.kind} words={light.words} />
              </View>
              <View className="branch-bar" aria-label={words.loadSpoken(row)}>
                <View
                  className={`branch-bar__in branch-bar__in--${light.kind}`}
                  style={{ width: `${Math.min(100, (row.households / Math.max(1, row.room)) * 100)}%` }}
                />
              </View>
              <View className="branch-row__head t-note">
                <View>
                  <Dated words={[row.areaName, row.place].join(' · ')} />
                </View>
                <View>{words.load(row)}</View>
              </View>
            </Tap>
          </View>
        )
      })}
      <ListState list={list} empty={words.empty} />
    </View>
  )
}
