import { View } from '@tarojs/components'
import { Dated } from '../../../components/dated'
import { Light } from '../../../components/light'
import { ListState } from '../../../components/list-state'
import { Tap } from '../../../components/tap'
import type { Listed } from '../../../platform/use-list'
import type { Household } from '../shapes'
import { householdsWording as words } from './wording'

interface HouseholdListProps {
  list: Listed<Household>
  orphaned: boolean
  currentId?: number | undefined
  onOpen: (row: Household) => void
}

/** Households without door, number or name. */
export function HouseholdList({ list, orphaned, currentId, onOpen }: HouseholdListProps) {
  return (
    <View className="branch-list">
      {list.rows.map((row) => {
        const on = row.householdId === currentId
        return (
          <View key={row.householdId} id={`household-${row.householdId}`}>
            <Tap
              role="link"
              chosen={on}
              className={`branch-row ${on ? 'branch-row--on' : ''}`}
              onTap={() => onOpen(row)}
            >
              <View className="branch-row__head">
                <View className="t-strong">{words.about(row)}</View>
                {row.hubName ? (
                  <View className="t-note">{row.hubName}</View>
                ) : (
                  <Light kind="late" words={words.orphaned} />
                )}
              </View>
              <View className="branch-row__head t-note">
                <View>
                  <Dated words={words.note(row)} />
                </View>
                <View>{words.number(row.householdId)}</View>
              </View>
            </Tap>
          </View>
        )
      })}
      <ListState list={list} empty={orphaned ? words.emptyOrphaned : words.empty} />
    </View>
  )
}
