import type { PropsWithChildren, ReactNode } from 'react'
import type { Role } from '../../../types/operation'
import { type DeskPlace, StaffFrame } from '../../components/staff-frame'
import { useMe } from '../../platform/session'
import { wording } from './wording'
import './style.scss'

const { host, community } = wording

/** Whoever answers for a hub: the lists of anybody else are empty. */
const hostPlaces = {
  inbox: { page: 'branchInbox', words: host.inbox },
  mine: { page: 'branchMine', words: host.mine },
  visits: { page: 'branchVisits', words: host.visits },
  promises: { page: 'branchPromises', words: host.promises },
  absence: { page: 'branchAbsence', words: host.absence },
} as const satisfies Record<string, DeskPlace>

const staff = ['gridWorker', 'communityAdmin', 'supervisor'] as const satisfies readonly Role[]
const changing = ['gridWorker', 'communityAdmin'] as const satisfies readonly Role[]
const communityPlaces = {
  hubs: { page: 'branchHubs', words: community.hubs, openTo: staff },
  households: { page: 'branchHouseholds', words: community.households, openTo: staff },
  joins: { page: 'branchJoins', words: community.joins, openTo: changing },
  posts: { page: 'branchPosts', words: community.posts, openTo: ['communityAdmin'] },
  deadlines: { page: 'branchDeadlines', words: community.deadlines, openTo: ['communityAdmin', 'supervisor'] },
  balance: { page: 'branchBalance', words: community.balance, openTo: ['communityAdmin'] },
  settings: { page: 'branchSettings', words: community.settings, openTo: ['communityAdmin', 'supervisor'] },
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

/** Every page of the community and its grid workers. */
export function CommunityFrame(props: PropsWithChildren<FrameProps<keyof typeof communityPlaces>>) {
  const me = useMe()
  const served = me?.grants.find(({ role }) => (staff as readonly Role[]).includes(role))
  return (
    <StaffFrame
      {...props}
      className="branch"
      product={community.product}
      navLabel={community.label}
      places={communityPlaces}
      who={me ? wording.who(me.nickname, served?.areaName) : undefined}
    />
  )
}
