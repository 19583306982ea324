import { View } from '@tarojs/components'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { MyContacts } from '../../my-contacts'
import { hubWording, contactsWording as words } from '../../wording'

/** What I asked the hub, told it and complained of. */
export default function ContactsPage() {
  const signedIn = useSignedIn()
  return (
    <Shell title={words.title}>
      {signedIn ? (
        <View className="stack">
          <MyContacts />
        </View>
      ) : (
        <Empty
          words={hubWording.needSignInFirst}
          step={hubWording.signIn}
          onStep={() => go('signIn', { next: pathOf('contacts') })}
        />
      )}
    </Shell>
  )
}
