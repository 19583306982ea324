import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
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
  const bar = wide ? (
    <View className="desk-bar">
      <View className="desk-bar__name">{wording.product}</View>
      <View className="desk-bar__nav" {...landmark('navigation')} aria-label={wording.nav.label}>
        {(Object.keys(pages) as Place[]).map((place) => (
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
