import { View } from '@tarojs/components'
import './style.scss'
import { percent, ratesWording as words } from './wording'

interface BarRow {
  name: string
  decided: number
  zeroVisitRate: number | null
  oneVisitRate: number | null
}

/** One bar a row: the part without a visit, then the part with one. The words beside it say the same. */
export function Bars({ rows }: { rows: readonly BarRow[] }) {
  return (
    <View className="bars" role="list">
      {rows.map((row) => (
        <View key={row.name} role="listitem" className="bar">
          <View className="between">
            <View className="t-strong">{row.name}</View>
            <View className="t-note">
              {row.zeroVisitRate === null ? words.few : `${words.zero} ${percent(row.zeroVisitRate)}`}
            </View>
          </View>
          {row.zeroVisitRate !== null && (
            <View className="bar__track" aria-hidden>
              <View className="bar__zero" style={{ width: percent(row.zeroVisitRate) }} />
              <View className="bar__one" style={{ width: percent(row.oneVisitRate ?? 0) }} />
            </View>
          )}
          <View className="t-hint">
            {row.oneVisitRate === null
              ? words.cases(row.decided)
              : `${words.one} ${percent(row.oneVisitRate)} · ${words.decided} ${words.cases(row.decided)}`}
          </View>
        </View>
      ))}
    </View>
  )
}
