import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useWide } from '../../../../platform/use-wide'
import { DeskCase } from '../../case/desk-case'
import { caseWording as words } from '../../case/wording'
import { Frame } from '../../frame'

/** One case: alone on a phone, beside what can be done with it on a wide screen. */
export default function DeskCasePage() {
  const applicationId = Number(useRouter().params.applicationId)
  const wide = useWide()
  return (
    <Frame title={words.title} under="queue" columns>
      <View className={wide ? 'staff-columns staff-columns--case' : ''}>
        <DeskCase applicationId={applicationId} show={wide ? 'both' : 'case'} onMoved={() => {}} />
      </View>
    </Frame>
  )
}
