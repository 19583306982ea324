import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '../../../../components/button'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { replaceWith } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { askedFor } from '../../correct/asked-for'
import { CorrectView } from '../../correct/correct-view'
import { correctWording as words } from '../../correct/wording'
import { wording } from '../../wording'

/** Mending what one notice lists, document by document, or supplying what was to follow later. */
export default function CorrectPage() {
  const { params } = useRouter()
  const applicationId = Number(params.applicationId)
  const { asked, again } = useAsk(() => client.application.detail({ applicationId }), String(applicationId))
  if (asked.state === 'ready' && askedFor(asked.value)) return <CorrectView application={asked.value} />
  return (
    <Shell title={words.title.correct}>
      {asked.state === 'loading' && <Skeleton rows={3} />}
      {(asked.state === 'offline' || asked.state === 'failed') && <Failed words={wording.offline} onAgain={again} />}
      {asked.state === 'ready' && (
        <View>
          <Empty words={words.nothing} />
          <Button look="secondary" block onTap={() => replaceWith('application', { applicationId })}>
            {words.see}
          </Button>
        </View>
      )}
    </Shell>
  )
}
