import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { go } from '../../../platform/routes'
import type { MyHub } from '../my-hub'
import { isShut, walkWords } from '../presence'
import { cardWording as words } from './wording'

/** Nobody answers for my hub now: the nearest one with somebody. */
export function Instead({ mine }: { mine: MyHub }) {
  if (mine.hub && !isShut(mine.hub)) return null
  const { instead } = mine
  return (
    <Card>
      <View className="stack">
        <View>{instead ? words.shut(instead.name, walkWords(instead.metres)) : words.shutAlone}</View>
        {instead && (
          <Button look="secondary" block onTap={() => go('hub', { hubId: instead.hubId })}>
            {words.goInstead}
          </Button>
        )}
      </View>
    </Card>
  )
}
