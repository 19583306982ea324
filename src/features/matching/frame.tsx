import { ScrollView, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import type { Role } from '../../../types/operation'
import { Shell } from '../../components/shell'
import { landmark } from '../../components/spoken'
import { Tap } from '../../components/tap'
import { type PageName, replaceWith } from '../../platform/routes'
import { useMe } from '../../platform/session'
import { useWide } from '../../platform/use-wide'
import { wording } from './wording'
import '../../components/card/style.scss'
import './frame.scss'

/** Who has something to do where, as the contract lets them: nobody is shown a door that stays shut. */
const staff = ['gridWorker', 'communityAdmin', 'supervisor'] as const satisfies readonly Role[]
const places = {
  board: { page: 'matching', openTo: staff },
  volunteers: { page: 'matchingVolunteers', openTo: staff },
  duty: { page: 'matchingDuty', openTo: ['communityAdmin'] },
  teams: { page: 'matchingTeams', openTo: ['communityAdmin'] },
  hours: { page: 'matchingHours', openTo: ['communityAdmin'] },
  weights: { page: 'matchingWeights', openTo: staff },
} as const satisfies Record<string, { page: PageName; openTo: readonly Role[] }>
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

/** Every page of the matching desk, with the ways to the others: in its bar on a wide screen, on a line of their own on a phone. */
export function Frame({ title, at, under, aside, columns = false, children }: PropsWithChildren<FrameProps>) {
  const wide = useWide()
  const me = useMe()
  const bar = wide ? (
    <View className="matching-bar">
      <View className="matching-bar__name">{wording.product}</View>
      <Doors at={at ?? under} here={at !== undefined} />
      {aside}
      {me && <View className="t-note nowrap">{wording.who(me.nickname, servedBy(me.grants))}</View>}
    </View>
  ) : undefined
  return (
    <View className={`matching ${wide ? 'matching--wide' : ''} ${columns && wide ? 'matching--columns' : ''}`}>
      <Shell title={title} head={bar} wide>
        {!wide && at && (
          <ScrollView scrollX className="matching-doors" enhanced showScrollbar={false}>
            <Doors at={at} here />
          </ScrollView>
        )}
        {children}
      </Shell>
    </View>
  )
}

/** The first area somebody looks after here. */
const servedBy = (grants: readonly { role: Role; areaName: string }[]) =>
  grants.find(({ role }) => (staff as readonly Role[]).includes(role))?.areaName

/** `here`: the marked place is the page that is open. */
function Doors({ at, here }: { at: MatchingPlace | undefined; here: boolean }) {
  const me = useMe()
  const open = (Object.keys(places) as MatchingPlace[]).filter((place) => {
    const openTo: readonly Role[] = places[place].openTo
    return me?.grants.some((g) => openTo.includes(g.role))
  })
  return (
    <View className="matching-bar__nav" {...landmark('navigation')} aria-label={wording.nav.label}>
      {open.map((place) => (
        <Tap
          key={place}
          role="link"
          chosen={place === at}
          className={`matching-bar__link ${place === at ? 'matching-bar__link--on' : ''}`}
          onTap={() => !(here && place === at) && replaceWith(places[place].page)}
        >
          {wording.nav[place]}
        </Tap>
      ))}
    </View>
  )
}
