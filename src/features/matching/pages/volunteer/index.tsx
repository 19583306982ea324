import { useRouter } from '@tarojs/taro'
import { Frame } from '../../frame'
import { VolunteerView } from '../../volunteers/view'
import { volunteersWording as words } from '../../volunteers/wording'
import '../../request/style.scss'
import '../../volunteers/style.scss'

/** One volunteer, on a phone. */
export default function VolunteerPage() {
  const personId = Number(useRouter().params.personId)
  return (
    <Frame title={words.one} under="volunteers">
      <VolunteerView personId={personId} onMoved={() => {}} />
    </Frame>
  )
}
