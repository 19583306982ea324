import { View } from '@tarojs/components'
import { Card, Row } from '../../components/card'
import { Light } from '../../components/light'
import type { MyHub } from '../../features/hub/my-hub'
import { presenceLight, walkWords } from '../../features/hub/presence'
import { useElderMode } from '../../platform/elder-mode'
import { go } from '../../platform/routes'
import { hubWording as words } from '../hub-wording'
import type { Task } from '../task'
import { TaskRow } from '../task-row'

interface HubCardProps {
  mine: MyHub | null
  /** What the hub answered and no other place of the page says: the newest. */
  fresh?: Task | undefined
}

/** Who is my hub, is somebody there now, and the answer that came. Whoever has no hub yet is led to it. */
export function HubCard({ mine, fresh }: HubCardProps) {
  const elder = useElderMode()
  const hub = mine?.hub
  const answer = fresh && <TaskRow task={fresh} />
  if (!hub) {
    const state = mine?.waiting ? words.waiting : mine?.household ? words.orphaned : undefined
    return (
      <Card flush>
        <Row
          tile="hub"
          title={words.findIt}
          note={state ? <Light kind="idle" words={state} /> : words.findNote(mine?.answerHours)}
          onTap={() => go(mine ? (mine.household || mine.waiting ? 'hub' : 'joinHousehold') : 'hub')}
        />
        {answer}
      </Card>
    )
  }
  const light = presenceLight(hub, new Date())
  return (
    <Card flush>
      <Row
        tile="hub"
        title={
          elder ? (
            <>
              <View className="t-note home__whose">{words.mineIs}</View>
              <View>{hub.name}</View>
            </>
          ) : (
            words.card(hub.name)
          )
        }
        note={
          <View className="home__hub">
            <Light {...light} />
            {hub.metres !== null && <View>{walkWords(hub.metres)}</View>}
          </View>
        }
        onTap={() => go('hub')}
      />
      {answer}
    </Card>
  )
}
