// @vant/weapp ships no JSX types: the tags are declared here once, loosely; the strict props are on our wrappers.
import type { ReactNode } from 'react'

interface VantTag {
  children?: ReactNode
  [attribute: string]: unknown
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      [tag: `van-${string}`]: VantTag
    }
  }
}
