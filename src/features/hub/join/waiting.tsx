import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { client } from '../../../platform/client'
import { nearTime } from '../../../platform/dates'
import { confirm } from '../../../platform/say'
import { useStep } from '../../../platform/use-step'
import type { MyHub } from '../my-hub'
import { type JoinRefusal, joinRefusal, joinWording as words } from './wording'

interface WaitingProps {
  waiting: NonNullable<MyHub['waiting']>
  again: () => Promise<void>
}

/** Asked, and somebody of the staff has to see it. */
export function Waiting({ waiting, again }: WaitingProps) {
  const { busy, run } = useStep<JoinRefusal>(joinRefusal, again)
  const withdraw = async () => {
    if (!(await confirm(words.withdrawAsk, words.waitingStep))) return
    void run('withdraw', () => client.hub.leaveHousehold({}), words.withdrawn)
  }
  return (
    <Card>
      <View className="stack">
        <Light kind="idle" words={words.waitingHead} pill />
        <Heading level={2} className="t-head">
          {words.waiting(waiting.areaName, nearTime(waiting.askedAt, new Date()))}
        </Heading>
        <Button look="quiet" block loading={busy !== ''} onTap={() => void withdraw()}>
          {words.waitingStep}
        </Button>
      </View>
    </Card>
  )
}
