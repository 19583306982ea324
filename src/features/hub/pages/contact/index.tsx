import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { client } from '../../../../platform/client'
import { ledNoMore } from '../../../../platform/hand-on'
import { replaceWith } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { Gate } from '../../gate'
import { ThreadView } from '../../thread/thread-view'
import { threadWording as words } from '../../thread/wording'

const refreshMs = 15_000

/** One contact of mine, live: it is asked anew every quarter of a minute while it is looked at. */
export default function ContactPage() {
  const { params } = useRouter()
  const contactId = Number(params.contactId)
  const signedIn = useSignedIn()
  const { asked, again } = useAsk(() => client.hub.contact({ contactId }), `contact/${contactId}/${signedIn}`)
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  // Back without having made what it was handed on to: what is made later belongs to something else.
  useDidShow(ledNoMore)
  const over = asked.state === 'ready' && asked.value.allowedActions.length === 0
  useWhileShown(() => void again(), over || !signedIn ? 0 : refreshMs)

  // A notice does not say on which side I am: those who answer have their own page of it.
  const answers = asked.state === 'ready' && asked.value.side !== 'resident'
  useEffect(() => {
    if (answers) replaceWith('branchContact', { contactId })
  }, [answers, contactId])

  if (asked.state === 'ready' && !answers) return <ThreadView contact={asked.value} again={again} />
  const waits = asked.state === 'ready' ? { state: 'loading' as const } : asked
  return <Gate title={words.title} asked={waits} page="contact" params={{ contactId }} again={again} />
}
