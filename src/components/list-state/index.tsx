import { View } from '@tarojs/components'
import type { Listed } from '../../platform/use-list'
import { Button } from '../button'
import { Empty, EndMark, Failed, Skeleton } from '../states'
import { componentWording as wording } from '../wording'
import './style.scss'

interface ListStateProps {
  list: Listed<unknown>
  empty: string
  step?: string
  onStep?: () => void
}

/** What stands in the place of rows, and under them: loading, nothing, an error, more, the end. */
export function ListState({ list: { rows, state, words, again, next }, empty, step, onStep }: ListStateProps) {
  const none = rows.length === 0
  return (
    <View className="list-state">
      {state === 'loading' && none && <Skeleton rows={4} />}
      {state === 'more' && <Skeleton rows={1} />}
      {(state === 'offline' || state === 'failed') && (
        <Failed words={state === 'failed' ? words : wording.listOffline} onAgain={again} />
      )}
      {state === 'end' && none && <Empty words={empty} {...(step && onStep ? { step, onStep } : {})} />}
      {state === 'ready' && (
        <Button look="secondary" block onTap={next}>
          {wording.moreRows}
        </Button>
      )}
      {state === 'end' && !none && <EndMark />}
    </View>
  )
}
