import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { client } from '../../../../platform/client'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { Gate } from '../../gate'
import { TaskView } from '../../task/task-view'
import { taskWording as words } from '../../task/wording'

const refreshMs = 15_000

/** One task of mine. */
export default function TaskPage() {
  const { params } = useRouter()
  const assignmentId = Number(params.assignmentId)
  const signedIn = useSignedIn()
  const { asked, again } = useAsk(() => client.volunteer.task({ assignmentId }), `${assignmentId}/${signedIn}`)
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  const live = asked.state === 'ready' && (asked.value.status === 'assigned' || asked.value.status === 'inService')
  useWhileShown(() => void again(), live ? refreshMs : 0)
  if (asked.state === 'ready') return <TaskView task={asked.value} again={again} />
  return (
    <Gate
      title={words.title}
      asked={asked}
      page="helpTask"
      params={{ assignmentId }}
      again={again}
      instead="helpTasks"
      insteadWords={words.list}
    />
  )
}
