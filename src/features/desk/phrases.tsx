import { View } from '@tarojs/components'
import { Tap } from '../../components/tap'
import './handover/style.scss'

/** 常用语: sentences that are often needed; one tap writes one. */
export function Phrases({
  phrases,
  label,
  onPick,
}: {
  phrases: readonly string[]
  label: (phrase: string) => string
  onPick: (phrase: string) => void
}) {
  return (
    <View className="phrases">
      {phrases.map((phrase) => (
        <Tap key={phrase} className="phrase" label={label(phrase)} onTap={() => onPick(phrase)}>
          {phrase}
        </Tap>
      ))}
    </View>
  )
}
