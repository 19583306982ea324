import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { type DeskPlace, StaffFrame } from '../../components/staff-frame'
import { Empty, Failed, Skeleton } from '../../components/states'
import { go } from '../../platform/routes'
import { useMe, useSignedIn } from '../../platform/session'
import type { Asked } from '../../platform/use-ask'
import './style.scss'
import { partyWording as words } from './wording'

const places = {
  life: { page: 'partyLife', words: words.life, openTo: ['partyMember'] },
  members: { page: 'partyMembers', words: words.members, openTo: ['partyMember'] },
  points: { page: 'partyPoints', words: words.points, openTo: ['partyMember'] },
  branches: { page: 'partyBranches', words: words.branches, openTo: ['communityAdmin'] },
  appeals: { page: 'partyAppeals', words: words.appeals, openTo: ['partyMember', 'communityAdmin'] },
  rules: { page: 'partyRules', words: words.rules, openTo: ['partyMember', 'communityAdmin'] },
} as const satisfies Record<string, DeskPlace>

interface PartyFrameProps {
  title: string
  at?: keyof typeof places
  under?: keyof typeof places
}

/** Every page of a branch and of points, for whoever is signed in. */
export function PartyFrame({ children, ...props }: PropsWithChildren<PartyFrameProps>) {
  const me = useMe()
  const signedIn = useSignedIn()
  return (
    <StaffFrame
      {...props}
      className="party"
      product={words.product}
      navLabel={words.navLabel}
      places={places}
      who={me?.nickname}
    >
      <View className="party__page stack">
        {signedIn ? children : <Empty words={words.needSignIn} step={words.signIn} onStep={() => go('signIn')} />}
      </View>
    </StaffFrame>
  )
}

/** What was asked, or that it is on its way, or why it is not there. */
export function Answered<T>({
  asked,
  again,
  children,
}: {
  asked: Asked<T>
  again: () => void
  children: (value: T) => ReactNode
}) {
  if (asked.state === 'loading') return <Skeleton rows={4} />
  if (asked.state === 'ready') return <>{children(asked.value)}</>
  if (asked.state === 'failed' && asked.notFound) return <Empty words={words.gone} />
  return <Failed words={asked.state === 'failed' ? asked.words : words.offline} onAgain={again} />
}
