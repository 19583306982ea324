import type { PropsWithChildren } from 'react'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import type { Listed } from '../../../platform/use-list'
import { wording } from '../wording'

export const reviewStates = ['inReview', 'shown', 'hidden'] as const
export type ReviewState = (typeof reviewStates)[number]

/** A list of what is reviewed, around its rows: loading, failed, empty, ended. */
export function ReviewStates({
  list,
  empty,
  children,
}: PropsWithChildren<{ list: Pick<Listed<unknown>, 'rows' | 'state' | 'words' | 'again'>; empty: string }>) {
  return (
    <>
      {list.state === 'loading' && <Skeleton />}
      {(list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && <Empty words={empty} />}
      {children}
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </>
  )
}
