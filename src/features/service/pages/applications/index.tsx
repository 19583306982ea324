import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { type ApplicationTab, applicationTabs, MyApplications } from '../../my-applications'
import { wording } from '../../wording'

const words = wording.list
const tabs = applicationTabs.map((value) => ({ value, words: words[value] }))

/** What I applied for. */
export default function ApplicationsPage() {
  const signedIn = useSignedIn()
  const [when, setWhen] = useState<ApplicationTab>('underWay')
  return (
    <Shell title={words.title}>
      {signedIn ? (
        <View className="stack">
          <Chips label={words.title} items={tabs} value={when} onChange={setWhen} />
          <MyApplications when={when} />
        </View>
      ) : (
        <Empty
          words={words.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('applications') })}
        />
      )}
    </Shell>
  )
}
