import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { Empty, Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { replaceWith } from '../../../platform/routes'
import { useAsk } from '../../../platform/use-ask'
import { useWhileShown } from '../../../platform/use-while-shown'
import { useStep } from '../use-step'
import { wording } from '../wording'
import { Acts } from './acts'
import { ContactHead } from './head'
import { Thread } from './thread'
import { contactWording as words } from './wording'

interface ContactViewProps {
  contactId: number
  /** The thread and what to do are columns beside one another. */
  wide: boolean
  onMoved: () => unknown
}

const refreshMs = 20_000

/** One contact of the hub's side: whom, by when, what was said, and what to do. */
export function ContactView({ contactId, wide, onMoved }: ContactViewProps) {
  const { asked, again } = useAsk(() => client.hub.contact({ contactId }), `contact/${contactId}`)
  const { busy, step } = useStep(async () => {
    await again()
    await onMoved()
  })
  const live = asked.state === 'ready' && asked.value.allowedActions.length > 0
  useWhileShown(() => void again(), live && !busy ? refreshMs : 0)
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  if (asked.state !== 'ready')
    return (
      <View className={wide ? 'staff-column staff-column--main' : ''}>
        {asked.state === 'loading' && <Skeleton rows={4} />}
        {asked.state === 'offline' && <Failed words={wording.offline} onAgain={again} />}
        {asked.state === 'failed' &&
          (asked.notFound ? (
            <Empty words={words.gone} step={words.toInbox} onStep={() => replaceWith('branchInbox')} />
          ) : (
            <Failed words={asked.words} onAgain={again} />
          ))}
      </View>
    )
  const contact = asked.value
  const acts = contact.side === 'resident' ? null : <Acts contact={contact} busy={busy} step={step} />
  if (!wide)
    return (
      <View className="stack">
        <ContactHead contact={contact} />
        <Thread contact={contact} />
        {acts}
      </View>
    )
  return (
    <>
      <View className="staff-column staff-column--main">
        <View className="stack">
          <ContactHead contact={contact} />
          <Thread contact={contact} />
        </View>
      </View>
      <View className="staff-column staff-column--right">{acts}</View>
    </>
  )
}
