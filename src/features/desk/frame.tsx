import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import type { Role } from '../../../types/operation'
import { Shell } from '../../components/shell'
import { landmark } from '../../components/spoken'
import { Tap } from '../../components/tap'
import { go } from '../../platform/routes'
import { useMe } from '../../platform/session'
import { useWide } from '../../platform/use-wide'
import { wording } from './wording'
import './frame.scss'

const pages = { queue: 'desk', visits: 'deskVisits', board: 'deskBoard', absences: 'deskAbsences' } as const
type Place = keyof typeof pages

/** Who has something to do where, as the contract lets them: nobody is shown a door that stays shut. */
const staff = ['clerk', 'approver', 'communityAdmin'] as const
const openTo: Record<Place, readonly Role[]> = {
  queue: [...staff, 'supervisor'],
  visits: staff,
  board: ['supervisor', 'communityAdmin', 'approver'],
  absences: staff,
}

interface FrameProps {
  title: string
  at?: Place
  /** At the end of the bar: the search. */
  search?: ReactNode
  /** The page fills the screen and its columns scroll by themselves. */
  columns?: boolean
}

/** Every page of the desk: on a wide screen with the ways to the others in its bar. */
export function Frame({ title, at, search, columns = false, children }: PropsWithChildren<FrameProps>) {
  const wide = useWide()
  const me = useMe()
  const places = (Object.keys(pages) as Place[]).filter((place) =>
    me?.grants.some((g) => openTo[place].includes(g.role)),
  )
  const bar = wide ? (
    <View className="desk-bar">
      <View className="desk-bar__name">{wording.product}</View>
      <View className="desk-bar__nav" {...landmark('navigation')} aria-label={wording.nav.label}>
        {places.map((place) => (
          <Tap
            key={place}
            role="link"
            chosen={place === at}
            className={`desk-bar__link ${place === at ? 'desk-bar__link--on' : ''}`}
            onTap={() => place !== at && go(pages[place])}
          >
            {wording.nav[place]}
          </Tap>
        ))}
      </View>
      {search}
      {me && <View className="t-note desk-bar__me">{me.nickname}</View>}
    </View>
  ) : undefined
  return (
    <View className={`desk-frame ${wide ? 'desk-frame--wide' : ''} ${columns && wide ? 'desk-frame--columns' : ''}`}>
      <Shell title={title} head={bar} wide>
        {children}
      </Shell>
    </View>
  )
}
