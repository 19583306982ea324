import { Text } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './style.scss'

/** The key that presses a button, printed on it; only where there may be a keyboard. */
export function KeyName({ children }: PropsWithChildren) {
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    <Text className="key-name" aria-hidden>
      {children}
    </Text>
  )
}
