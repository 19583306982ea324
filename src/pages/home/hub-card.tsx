import { View } from '@tarojs/components'
import { Card, Row } from '../../components/card'
import { Light } from '../../components/light'
import type { MyHub } from '../../features/hub/my-hub'
import { presenceLight, walkWords } from '../../features/hub/presence'
import { go } from '../../platform/routes'
import { hubWording as words } from '../hub-wording'

/** Who is my hub, and is somebody there now. Whoever has none yet is led to it. */
export function HubCard({ mine }: { mine: MyHub | null }) {
  const hub = mine?.hub
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
      </Card>
    )
  }
  const light = presenceLight(hub, new Date())
  return (
    <Card flush>
      <Row
        tile="hub"
        title={words.card(hub.name)}
        note={
          <View className="home__hub">
            <Light {...light} />
            {hub.metres !== null && <View>{walkWords(hub.metres)}</View>}
          </View>
        }
        onTap={() => go('hub')}
      />
    </Card>
  )
}
