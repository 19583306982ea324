import { View } from '@tarojs/components'
import { Button } from '../../../../components/button'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { MyRequests } from '../../my-requests'
import { wording } from '../../wording'

const words = wording.list

/** What I asked neighbours for. */
export default function RequestsPage() {
  const signedIn = useSignedIn()
  if (!signedIn)
    return (
      <Shell title={words.title}>
        <Empty
          words={words.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('helpRequests') })}
        />
      </Shell>
    )
  return (
    <Shell
      title={words.title}
      bar={
        <Button block onTap={() => go('askHelp')}>
          {words.step}
        </Button>
      }
    >
      <View className="stack">
        <MyRequests />
      </View>
    </Shell>
  )
}
