import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useRef } from 'react'
import { Card } from '../../components/card'
import { Shell } from '../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import { go, type PageName, pathOf } from '../../platform/routes'
import { useSignedIn } from '../../platform/session'
import type { Asked } from '../../platform/use-ask'
import type { Listed } from '../../platform/use-list'
import { workWording as words } from './wording'

interface SignedInProps {
  title: string
  page: PageName
  params?: Record<string, number>
}

/** A page for those who are signed in; the others are led to it. */
export function SignedIn({ title, page, params, children }: PropsWithChildren<SignedInProps>) {
  if (useSignedIn()) return children
  return (
    <Shell title={title}>
      <Empty words={words.needSignIn} step={words.signIn} onStep={() => go('signIn', { next: pathOf(page, params) })} />
    </Shell>
  )
}

/** A page before it has what it shows: wait, try again, or go elsewhere. */
export function Waiting({
  title,
  asked,
  again,
}: {
  title: string
  asked: Exclude<Asked<unknown>, { state: 'ready' }>
  again: () => void
}) {
  return (
    <Shell title={title}>
      {asked.state === 'loading' && <Skeleton rows={4} />}
      {asked.state === 'offline' && <Failed words={words.offline} onAgain={again} />}
      {asked.state === 'failed' && (
        <Empty
          words={asked.notFound ? words.notFound : asked.words}
          step={words.back}
          onStep={() => go('workOpenings')}
        />
      )}
    </Shell>
  )
}

interface ListProps<T> {
  list: Listed<T>
  empty: string
  step?: string
  onStep?: () => void
  children: (row: T) => ReactNode
}

/** The rows of a list in one card, and every state it may be in. */
export function ListCard<T>({ list, empty, step, onStep, children }: ListProps<T>) {
  // Coming back from a row that was answered or stepped on.
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void list.again()
    shown.current = true
  })
  const none = list.rows.length === 0
  return (
    <>
      {list.state === 'loading' && <Skeleton />}
      {none && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || words.offline} onAgain={list.again} />
      )}
      {none && list.state === 'end' && <Empty words={empty} {...(step && onStep ? { step, onStep } : {})} />}
      {!none && <Card flush>{list.rows.map(children)}</Card>}
      {list.state === 'more' && <Skeleton rows={1} />}
      {!none && list.state === 'end' && <EndMark />}
    </>
  )
}

/** Rows of a page that is not long. */
export function Stack({ children }: PropsWithChildren) {
  return <View className="stack">{children}</View>
}
