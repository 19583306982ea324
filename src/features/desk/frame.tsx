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
const staff = ['clerk', 'approver', 'communityAdmin'] as const
const places = {
  queue: { page: 'desk', openTo: [...staff, 'supervisor'] },
  visits: { page: 'deskVisits', openTo: staff },
  board: { page: 'deskBoard', openTo: ['supervisor', 'communityAdmin', 'approver'] },
  windows: { page: 'deskWindows', openTo: [...staff, 'supervisor'] },
  absences: { page: 'deskAbsences', openTo: staff },
  settings: { page: 'deskSettings', openTo: ['supervisor', 'communityAdmin'] },
} as const satisfies Record<string, { page: PageName; openTo: readonly Role[] }>
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

/** Every page of the desk, with the ways to the others: in its bar on a wide screen, on a line of their own on a phone. */
export function Frame({ title, at, under, search, columns = false, children }: PropsWithChildren<FrameProps>) {
  const wide = useWide()
  const me = useMe()
  const bar = wide ? (
    <View className="desk-bar">
      <View className="desk-bar__name">{wording.product}</View>
      <Doors at={at ?? under} here={at !== undefined} />
      {search}
      {me && <View className="t-note desk-bar__me">{me.nickname}</View>}
    </View>
  ) : undefined
  return (
    <View className={`desk-frame ${wide ? 'desk-frame--wide' : ''} ${columns && wide ? 'desk-frame--columns' : ''}`}>
      <Shell title={title} head={bar} wide>
        {!wide && at && (
          <ScrollView scrollX className="desk-doors" enhanced showScrollbar={false}>
            <Doors at={at} here />
          </ScrollView>
        )}
        {children}
      </Shell>
    </View>
  )
}

/** `here`: the marked place is the page that is open. */
function Doors({ at, here }: { at: Place | undefined; here: boolean }) {
  const me = useMe()
  const open = (Object.keys(places) as Place[]).filter((place) => {
    const openTo: readonly Role[] = places[place].openTo
    return me?.grants.some((g) => openTo.includes(g.role))
  })
  return (
    <View className="desk-bar__nav" {...landmark('navigation')} aria-label={wording.nav.label}>
      {open.map((place) => (
        <Tap
          key={place}
          role="link"
          chosen={place === at}
          className={`desk-bar__link ${place === at ? 'desk-bar__link--on' : ''}`}
          onTap={() => !(here && place === at) && replaceWith(places[place].page)}
        >
          {wording.nav[place]}
        </Tap>
      ))}
    </View>
  )
}
