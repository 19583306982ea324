import { Shell } from '../../components/shell'
import { Empty, Failed, Skeleton } from '../../components/states'
import { go, type PageName, pathOf } from '../../platform/routes'
import { useSignedIn } from '../../platform/session'
import type { Asked } from '../../platform/use-ask'
import { hubWording as words } from './wording'

interface GateProps {
  title: string
  asked: Exclude<Asked<unknown>, { state: 'ready' }>
  /** Where to come back to after signing in. */
  page: PageName
  params?: Record<string, number | string | undefined>
  /** Also for whoever is not signed in. */
  open?: boolean
  again: () => void
}

/** A page before it has what it shows: sign in, wait, try again, or go to my hub. */
export function Gate({ title, asked, page, params, open = false, again }: GateProps) {
  const signedIn = useSignedIn()
  return (
    <Shell title={title}>
      {!signedIn && !open ? (
        <Empty
          words={page === 'hub' ? words.needSignIn : words.needSignInFirst}
          step={words.signIn}
          onStep={() => go('signIn', { next: pathOf(page, params) })}
        />
      ) : (
        <>
          {asked.state === 'loading' && <Skeleton rows={4} />}
          {asked.state === 'offline' && <Failed words={words.offline} onAgain={again} />}
          {asked.state === 'failed' && (
            <Empty words={asked.notFound ? words.notFound : asked.words} step={words.toHub} onStep={() => go('hub')} />
          )}
        </>
      )}
    </Shell>
  )
}
