import { ScrollView, View } from '@tarojs/components'
import { type PropsWithChildren, type ReactNode, useEffect, useState } from 'react'
import type { Role } from '../../../types/operation'
import { type PageName, replaceWith } from '../../platform/routes'
import { useMe } from '../../platform/session'
import { useWide } from '../../platform/use-wide'
import { Shell } from '../shell'
import { landmark } from '../spoken'
import { Tap } from '../tap'
import '../card/style.scss'
import './style.scss'

/** A page of a desk: who has something to do there, as the contract lets them. */
export interface DeskPlace {
  page: PageName
  words: string
  /** Absent: whoever is here at all. */
  openTo?: readonly Role[]
}

interface StaffFrameProps<K extends string> {
  title: string
  /** The name of the desk, on a wide screen. */
  product: string
  /** What a screen reader calls the ways to the other pages. */
  navLabel: string
  places: Readonly<Record<K, DeskPlace>>
  at?: K | undefined
  /** The place that this page belongs to, when it is not one itself. */
  under?: K | undefined
  /** Before the name at the end of the bar on a wide screen. */
  aside?: ReactNode
  /** Who works here, at the end of the bar on a wide screen. */
  who?: string | undefined
  /** The page fills the screen and its columns scroll by themselves. */
  columns?: boolean
  /** A class of the desk's own, for its own columns. */
  className?: string
}

/** Every page of a staff desk, with the ways to the others: in its bar on a wide screen, on a line of their own on a phone. */
export function StaffFrame<K extends string>(props: PropsWithChildren<StaffFrameProps<K>>) {
  const { title, product, at, under, aside, who, columns = false, className = '', children } = props
  const wide = useWide()
  const bar = wide ? (
    <View className="staff-bar">
      <View className="staff-bar__name">{product}</View>
      <Doors {...props} at={at ?? under} here={at !== undefined} />
      {aside}
      {who && <View className="t-note nowrap">{who}</View>}
    </View>
  ) : undefined
  return (
    <View className={`staff ${wide ? 'staff--wide' : ''} ${columns && wide ? 'staff--columns' : ''} ${className}`}>
      <Shell title={title} head={bar} wide>
        {!wide && at && <DoorsLine {...props} at={at} here />}
        {children}
      </Shell>
    </View>
  )
}

type DoorsProps<K extends string> = Pick<StaffFrameProps<K>, 'navLabel' | 'places' | 'at'> & {
  /** The marked place is the page that is open. */
  here: boolean
}

/** On a phone the doors scroll, and the one that is open is in sight. */
function DoorsLine<K extends string>(props: DoorsProps<K>) {
  const { at } = props
  const known = useMe() !== undefined
  const [inSight, setInSight] = useState('')
  useEffect(() => {
    if (!known || !at) return
    // Once all doors are there and drawn: a line that is told before scrolls to nothing, and only a change is heard.
    const timer = setTimeout(() => setInSight(doorId(at)), drawnMs)
    return () => clearTimeout(timer)
  }, [known, at])
  return (
    <ScrollView scrollX className="staff-doors" enhanced showScrollbar={false} scrollIntoView={inSight}>
      <Doors {...props} />
    </ScrollView>
  )
}

const drawnMs = 100
const doorId = (place: string) => `door-${place}`

/** Nobody is shown a door that stays shut. */
function Doors<K extends string>({ navLabel, places, at, here }: DoorsProps<K>) {
  const me = useMe()
  const open = (Object.keys(places) as K[]).filter((place) => {
    const { openTo } = places[place]
    return !openTo || me?.grants.some((g) => openTo.includes(g.role))
  })
  return (
    <View className="staff-bar__nav" {...landmark('navigation')} aria-label={navLabel}>
      {open.map((place) => (
        <View key={place} id={doorId(place)}>
          <Tap
            role="link"
            chosen={place === at}
            className={`staff-bar__link ${place === at ? 'staff-bar__link--on' : ''}`}
            onTap={() => !(here && place === at) && replaceWith(places[place].page)}
          >
            {places[place].words}
          </Tap>
        </View>
      ))}
    </View>
  )
}
