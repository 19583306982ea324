import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { go } from '../../../../platform/routes'
import { useWide } from '../../../../platform/use-wide'
import { Frame } from '../../frame'
import { VolunteerList } from '../../volunteers/list'
import { useVolunteers } from '../../volunteers/use-volunteers'
import { VolunteerView } from '../../volunteers/view'
import { volunteersWording as words } from '../../volunteers/wording'
import '../../board/style.scss'
import '../../request/style.scss'

/** 志愿者审核: who waits to be taken in, and one of them beside the list; on a phone the list leads on. */
export default function VolunteersPage() {
  const wide = useWide()
  const volunteers = useVolunteers()
  const [chosen, setChosen] = useState<number | undefined>(Number(useRouter().params.personId) || undefined)
  const current = chosen ?? volunteers.rows[0]?.personId
  if (!wide)
    return (
      <Frame title={words.title} at="volunteers">
        <VolunteerList volunteers={volunteers} onOpen={(personId) => go('matchingVolunteer', { personId })} />
      </Frame>
    )
  return (
    <Frame title={words.title} at="volunteers" columns>
      <View className="staff-columns staff-columns--two">
        <View className="staff-column">
          <VolunteerList volunteers={volunteers} currentId={current} onOpen={setChosen} />
        </View>
        <View className="staff-column staff-column--main">
          {current === undefined ? (
            <View className="t-note">{words.choose}</View>
          ) : (
            <VolunteerView key={current} personId={current} onMoved={() => void volunteers.again()} />
          )}
        </View>
      </View>
    </Frame>
  )
}
