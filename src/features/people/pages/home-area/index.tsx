import { View } from '@tarojs/components'
import { Communities } from '../../../../components/area-choice'
import { Card } from '../../../../components/card'
import { Shell } from '../../../../components/shell'
import { client } from '../../../../platform/client'
import { goBack } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { setMe, useMe } from '../../../../platform/session'
import { wording } from '../../wording'

/** Where I live: decides what is near. */
export default function HomeAreaPage() {
  const me = useMe()
  const choose = async (communityCode: string) => {
    try {
      const answer = await client.people.updateMe({ communityCode })
      if (!answer.ok) return
      setMe(answer.value)
      say(wording.home.saved)
      setTimeout(goBack, 500)
    } catch (error) {
      say(wordsOf(error))
    }
  }
  return (
    <Shell title={wording.home.title}>
      <View className="stack">
        <View>{wording.home.why}</View>
        <Card>
          <Communities value={me?.community?.areaCode ?? ''} onChange={choose} />
        </Card>
      </View>
    </Shell>
  )
}
