import { View } from '@tarojs/components'
import { Light } from '../../../components/light'
import { Tap } from '../../../components/tap'
import { useOutbox, useRefused } from '../../../platform/outbox'
import { go } from '../../../platform/routes'
import { againstWords } from './refused'
import { operation } from './use-write'
import { keptWording as words } from './wording'

/** Visits that lie on this phone: those that wait for the network, and those that the cloud did not take. */
export function KeptVisits() {
  const refused = useRefused().filter(({ name }) => name === operation)
  const waiting = useOutbox().filter(({ name }) => name === operation)
  if (refused.length + waiting.length === 0) return null
  return (
    <View className="branch-list">
      {refused.map(({ input, title, refused: why }) => (
        <Tap
          key={input.requestId}
          className="branch-row"
          onTap={() => go('branchWriteVisit', { again: input.requestId })}
        >
          <View className="branch-row__head">
            <View className="t-strong">{title}</View>
            <Light kind="late" words={words.refused} />
          </View>
          <View className="t-note">{`${againstWords(why)} ${words.open}`}</View>
        </Tap>
      ))}
      {waiting.map(({ input, title }) => (
        <View key={input.requestId} className="branch-row">
          <View className="branch-row__head">
            <View className="t-strong">{title}</View>
            <Light kind="idle" words={words.waits} />
          </View>
          <View className="t-note">{words.waitsNote}</View>
        </View>
      ))}
    </View>
  )
}
