import { View } from '@tarojs/components'
import { privacyVersion } from '../../../../../types/people'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Light } from '../../../../components/light'
import { Shell } from '../../../../components/shell'
import { client } from '../../../../platform/client'
import { confirm, say, wordsOf } from '../../../../platform/say'
import { refreshMe, useMe, useSignedIn } from '../../../../platform/session'
import { wording } from '../../wording'

const words = wording.privacy

/** The privacy guide: what, who sees it, how long, and the way back. */
export default function PrivacyPage() {
  const me = useMe()
  const signedIn = useSignedIn()
  const agreed = me?.privacyConsent?.version === privacyVersion
  const change = async () => {
    try {
      if (!agreed) await client.people.givePrivacyConsent({ version: privacyVersion })
      else if (await confirm(words.withdrawSure, words.withdraw)) {
        await client.people.withdrawPrivacyConsent({})
        say(words.withdrawn)
      }
    } catch (error) {
      say(wordsOf(error))
    }
    void refreshMe()
  }
  return (
    <Shell
      title={words.title}
      bar={
        signedIn ? (
          <Button
            block
            look={agreed ? 'secondary' : 'primary'}
            openType={agreed ? undefined : 'agreePrivacyAuthorization'}
            onTap={change}
          >
            {agreed ? words.withdraw : words.agree}
          </Button>
        ) : undefined
      }
    >
      <View className="stack">
        {agreed && <Light kind="go" words={words.agreed(privacyVersion)} pill />}
        {words.paragraphs.map((paragraph) => (
          <Card key={paragraph}>{paragraph}</Card>
        ))}
      </View>
    </Shell>
  )
}
