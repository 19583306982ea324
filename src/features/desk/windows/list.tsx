import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { dayKey } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import type { StaffWindow } from '../shapes'
import { closedWords, openWords, placesWords, windowsWording as words } from './wording'
import './style.scss'

interface WindowListProps {
  rows: readonly StaffWindow[]
  mayEdit: (window: StaffWindow) => boolean
}

/** Every window of my areas: where it is and when it is open. */
export function WindowList({ rows, mayEdit }: WindowListProps) {
  const today = dayKey(new Date())
  return (
    <View className="windows">
      {rows.map((window) => {
        const { windowId, name, areaName, department, place, phone, hours, closedDays } = window
        const shut = closedWords(closedDays, today)
        return (
          <Card key={windowId}>
            <View className="windows__card">
              <View className="between">
                <View className="grow t-head">{name}</View>
                {mayEdit(window) && (
                  <Button
                    look="secondary"
                    size="small"
                    label={words.editOf(name)}
                    onTap={() => go('deskWindow', { windowId })}
                  >
                    {words.edit}
                  </Button>
                )}
              </View>
              <View className="t-note">{[areaName, department].join(' · ')}</View>
              <View className="windows__line">
                <Icon name="pin" size={20} />
                <View className="grow">{place}</View>
              </View>
              <View className="windows__line">
                <Icon name="phone" size={20} />
                <View className="grow">{phone}</View>
              </View>
              <View className="windows__line">
                <Icon name="clock" size={20} />
                <View className="grow">
                  {hours.length === 0 && <View>{words.closed}</View>}
                  {openWords(hours).map((line) => (
                    <View key={line}>{line}</View>
                  ))}
                  {hours.length > 0 && <View className="t-note">{placesWords(hours)}</View>}
                </View>
              </View>
              {shut && (
                <View className="windows__line">
                  <Icon name="calendar" size={20} />
                  <View className="grow">{shut}</View>
                </View>
              )}
            </View>
          </Card>
        )
      })}
    </View>
  )
}
