import type { PropsWithChildren, ReactNode } from 'react'
import { type DeskPlace, StaffFrame } from '../../components/staff-frame'
import { useMe } from '../../platform/session'
import { wording } from './wording'
import './style.scss'

const { host } = wording

/** Whoever answers for a hub: the lists of anybody else are empty. */
const hostPlaces = {
  inbox: { page: 'branchInbox', words: host.inbox },
  mine: { page: 'branchMine', words: host.mine },
  absence: { page: 'branchAbsence', words: host.absence },
} as const satisfies Record<string, DeskPlace>

interface FrameProps<K> {
  title: string
  at?: K | undefined
  /** The place that this page belongs to, when it is not one itself. */
  under?: K | undefined
  /** At the end of the bar on a wide screen. */
  aside?: ReactNode
  /** The page fills the screen and its columns scroll by themselves. */
  columns?: boolean
}

/** Every page of a host, a deputy, a branch lead. */
export function HostFrame(props: PropsWithChildren<FrameProps<keyof typeof hostPlaces>>) {
  const me = useMe()
  return (
    <StaffFrame
      {...props}
      className="branch"
      product={host.product}
      navLabel={host.label}
      places={hostPlaces}
      who={me?.nickname}
    />
  )
}
