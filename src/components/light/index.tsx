import { Text, View } from '@tarojs/components'
import './style.scss'

export type LightKind = 'go' | 'soon' | 'late' | 'idle'

/** A status light: shape, colour and word, always all three. `pill` for the one light of a page head. */
export function Light({ kind, words, pill = false }: { kind: LightKind; words: string; pill?: boolean }) {
  return (
    <View className={`light light--${kind} ${pill ? 'light--pill' : ''}`}>
      <View className={`light__shape light__shape--${kind}`} aria-hidden />
      <Text>{words}</Text>
    </View>
  )
}
