import { useRouter } from '@tarojs/taro'
import { goBack } from '../../../../platform/routes'
import { actWording as words } from '../../act/wording'
import { DeskCase } from '../../case/desk-case'
import { Frame } from '../../frame'

/** What can be done with a case, on a phone; afterwards back to it. */
export default function DeskActPage() {
  const { params } = useRouter()
  return (
    <Frame title={words.title} under="queue">
      <DeskCase applicationId={Number(params.applicationId)} show="act" onMoved={goBack} />
    </Frame>
  )
}
