import { useRouter } from '@tarojs/taro'
import { DeskCase } from '../../case/desk-case'
import { caseWording as words } from '../../case/wording'
import { Frame } from '../../frame'

/** One case, on a phone. */
export default function DeskCasePage() {
  const { params } = useRouter()
  return (
    <Frame title={words.title}>
      <DeskCase applicationId={Number(params.applicationId)} show="case" onMoved={() => {}} />
    </Frame>
  )
}
