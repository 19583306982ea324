import type { PropsWithChildren, ReactNode } from 'react'
import type { Role } from '../../../types/operation'
import { type DeskPlace, StaffFrame } from '../../components/staff-frame'
import { useMe } from '../../platform/session'
import { wording } from './wording'

/** Who has something to do where, as the contract lets them. */
const staff = ['gridWorker', 'communityAdmin', 'supervisor'] as const satisfies readonly Role[]
const { nav } = wording
const places = {
  board: { page: 'matching', words: nav.board, openTo: staff },
  volunteers: { page: 'matchingVolunteers', words: nav.volunteers, openTo: staff },
  duty: { page: 'matchingDuty', words: nav.duty, openTo: ['communityAdmin'] },
  teams: { page: 'matchingTeams', words: nav.teams, openTo: ['communityAdmin'] },
  hours: { page: 'matchingHours', words: nav.hours, openTo: ['communityAdmin'] },
  weights: { page: 'matchingWeights', words: nav.weights, openTo: staff },
} as const satisfies Record<string, DeskPlace>
export type MatchingPlace = keyof typeof places

interface FrameProps {
  title: string
  at?: MatchingPlace
  /** The place that this page belongs to, when it is not one itself. */
  under?: MatchingPlace
  /** At the end of the bar on a wide screen. */
  aside?: ReactNode
  /** The page fills the screen and its columns scroll by themselves. */
  columns?: boolean
}

/** Every page of 匹配台. */
export function Frame(props: PropsWithChildren<FrameProps>) {
  const me = useMe()
  const served = me?.grants.find(({ role }) => (staff as readonly Role[]).includes(role))
  return (
    <StaffFrame
      {...props}
      product={wording.product}
      navLabel={nav.label}
      places={places}
      who={me ? wording.who(me.nickname, served?.areaName) : undefined}
    />
  )
}
