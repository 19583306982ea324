import { View } from '@tarojs/components'
import { useDemoPrompt } from '../../platform/demo-messages'
import { Button } from '../button'
import { Sheet } from '../sheet'
import { componentWording } from '../wording'

const words = componentWording.messagePrompt

/** The demo in a browser: what WeChat asks before it sends messages. WeChat draws its own. */
export function MessagePrompt() {
  const prompt = useDemoPrompt()
  if (!prompt) return null
  const { kinds, answer } = prompt
  return (
    <Sheet open title={kinds.includes('signUpPromoted') ? words.turn : words.any} onClose={() => answer(false)}>
      <View className="t-note">{words.note}</View>
      <View className="stack">
        <Button block onTap={() => answer(true)}>
          {words.allow}
        </Button>
        <Button block look="quiet" onTap={() => answer(false)}>
          {words.refuse}
        </Button>
      </View>
    </Sheet>
  )
}
