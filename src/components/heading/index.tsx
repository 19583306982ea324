import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { roleOf } from '../spoken'

interface HeadingProps {
  /** 1 for the title of the page, 2 for a section of it. */
  level: 1 | 2
  className?: string
}

/** A heading, so that a screen reader can walk from section to section. */
export function Heading({ level, className = '', children }: PropsWithChildren<HeadingProps>) {
  return (
    <View
      className={className}
      {...roleOf('heading')}
      {...(process.env.TARO_ENV === 'h5' ? { 'aria-level': level } : {})}
    >
      {children}
    </View>
  )
}
