import type { PropsWithChildren, ReactNode } from 'react'
import { type DeskPlace, StaffFrame } from '../../components/staff-frame'
import { useMe } from '../../platform/session'
import { wording } from './wording'
import './frame.scss'

/** Who has something to do where, as the contract lets them. */
const staff = ['clerk', 'approver', 'communityAdmin'] as const
const { nav } = wording
const places = {
  queue: { page: 'desk', words: nav.queue, openTo: [...staff, 'supervisor'] },
  visits: { page: 'deskVisits', words: nav.visits, openTo: staff },
  board: { page: 'deskBoard', words: nav.board, openTo: ['supervisor', 'communityAdmin', 'approver'] },
  windows: { page: 'deskWindows', words: nav.windows, openTo: [...staff, 'supervisor'] },
  absences: { page: 'deskAbsences', words: nav.absences, openTo: staff },
  settings: { page: 'deskSettings', words: nav.settings, openTo: ['supervisor', 'communityAdmin'] },
} as const satisfies Record<string, DeskPlace>
type Place = keyof typeof places

interface FrameProps {
  title: string
  at?: Place
  /** The place that this page belongs to, when it is not one itself. */
  under?: Place
  /** At the end of the bar: the search. */
  search?: ReactNode
  /** The page fills the screen and its columns scroll by themselves. */
  columns?: boolean
}

/** Every page of 受理台. */
export function Frame({ search, ...props }: PropsWithChildren<FrameProps>) {
  const me = useMe()
  return (
    <StaffFrame
      {...props}
      className="desk"
      product={wording.product}
      navLabel={nav.label}
      places={places}
      aside={search}
      who={me?.nickname}
    />
  )
}
