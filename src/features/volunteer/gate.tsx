import type { PropsWithChildren } from 'react'
import { Shell } from '../../components/shell'
import { Empty, Failed, Skeleton } from '../../components/states'
import { go, type PageName, pathOf } from '../../platform/routes'
import { useSignedIn } from '../../platform/session'
import type { Asked } from '../../platform/use-ask'
import { gateWording as words } from './gate-wording'

interface GateProps {
  title: string
  asked: Exclude<Asked<unknown>, { state: 'ready' }>
  /** Where to come back to after signing in. */
  page: PageName
  params?: Record<string, number>
  again: () => void
  /** What to open instead when it is not there (any more). */
  instead: PageName
  insteadWords: string
}

/** A page before it has what it shows: sign in, wait, try again, or go elsewhere. */
export function Gate({ title, asked, page, params, again, instead, insteadWords }: PropsWithChildren<GateProps>) {
  const signedIn = useSignedIn()
  return (
    <Shell title={title}>
      {!signedIn ? (
        <Empty
          words={words.needSignIn}
          step={words.signIn}
          onStep={() => go('signIn', { next: pathOf(page, params) })}
        />
      ) : (
        <>
          {asked.state === 'loading' && <Skeleton rows={4} />}
          {asked.state === 'offline' && <Failed words={words.offline} onAgain={again} />}
          {asked.state === 'failed' && (
            <Empty
              words={asked.notFound ? words.notFound : asked.words}
              step={insteadWords}
              onStep={() => go(instead)}
            />
          )}
        </>
      )}
    </Shell>
  )
}
