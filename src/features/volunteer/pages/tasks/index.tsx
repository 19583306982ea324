import { View } from '@tarojs/components'
import { Shell } from '../../../../components/shell'
import { Empty } from '../../../../components/states'
import { go } from '../../../../platform/routes'
import { MyTasks } from '../../my-tasks'
import { offerWording } from '../../offer/wording'
import { taskWording as words } from '../../task/wording'
import { useIsVolunteer } from '../../use-volunteer'

/** Where I go to help, and where I was. */
export default function TasksPage() {
  const volunteer = useIsVolunteer()
  return (
    <Shell title={words.list}>
      {volunteer ? (
        <View className="stack">
          <MyTasks />
        </View>
      ) : (
        <Empty words={offerWording.notVolunteer} step={offerWording.become} onStep={() => go('volunteerProfile')} />
      )}
    </Shell>
  )
}
