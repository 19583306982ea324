import { View } from '@tarojs/components'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { useAsk } from '../../../../platform/use-ask'
import { Frame } from '../../frame'
import { WeightsView } from '../../weights/view'
import { weightsWording as words } from '../../weights/wording'
import { wording } from '../../wording'
import '../../board/style.scss'

/** 权重设置: how the system chooses, the points it counts with, and how they came about. */
export default function WeightsPage() {
  const { asked, again } = useAsk(() => client.volunteer.weights({}), 'weights')
  return (
    <Frame title={words.title} at="weights">
      <View className="staff-narrow staff-narrow--broad stack">
        {asked.state === 'loading' && <Skeleton rows={5} />}
        {(asked.state === 'offline' || asked.state === 'failed') && (
          <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
        )}
        {asked.state === 'ready' && <WeightsView stored={asked.value} onSaved={again} />}
      </View>
    </Frame>
  )
}
