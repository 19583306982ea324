import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import type { Listed } from '../../platform/use-list'
import { wording } from './wording'

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
    <View>
      {state === 'loading' && none && <Skeleton rows={5} />}
      {(state === 'offline' || state === 'failed') && (
        <Failed words={state === 'failed' ? words : wording.offline} onAgain={again} />
      )}
      {state === 'end' && none && <Empty words={empty} {...(step && onStep ? { step, onStep } : {})} />}
      {state === 'ready' && (
        <Button look="secondary" block onTap={next}>
          {wording.more}
        </Button>
      )}
      {state === 'end' && !none && <EndMark />}
    </View>
  )
}
