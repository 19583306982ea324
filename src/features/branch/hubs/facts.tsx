import { View } from '@tarojs/components'
import { Fragment } from 'react'

/** Names and what is so, line by line; what is empty is left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <View className="branch-facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <View className="branch-facts__name">{name}</View>
            <View className="t-prewrap">{value}</View>
          </Fragment>
        ))}
    </View>
  )
}
