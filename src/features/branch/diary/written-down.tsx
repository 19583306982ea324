import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Heading } from '../../../components/heading'
import { roleOf } from '../../../components/spoken'
import { replaceWith } from '../../../platform/routes'
import { keptWording as words } from './wording'

/** A visit that waits for the network: it is written down, and the next one can be. */
export function WrittenDown({ onAnother }: { onAnother: () => void }) {
  return (
    <View className="stack" {...roleOf('status')}>
      <Heading level={2} className="t-title">
        {words.kept}
      </Heading>
      <View>{words.keptNote}</View>
      <Button block icon="edit" onTap={onAnother}>
        {words.another}
      </Button>
      <Button look="secondary" block onTap={() => replaceWith('branchVisits')}>
        {words.toDiary}
      </Button>
    </View>
  )
}
