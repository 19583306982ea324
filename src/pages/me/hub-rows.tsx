import { Row } from '../../components/card'
import { client } from '../../platform/client'
import { go } from '../../platform/routes'
import { useAsk } from '../../platform/use-ask'
import { hubWording } from '../hub-wording'

const words = hubWording.me

/** For those who answer for a hub: what is asked of it. A deputy holds no role that says so. */
export function HubRows() {
  const { asked } = useAsk(() => client.hub.myHubs({}), 'me/myHubs')
  if (asked.state !== 'ready' || asked.value.hubs.length === 0) return null
  return (
    <>
      <Row icon="chat" title={words.inbox} note={words.inboxNote} onTap={() => go('branchInbox')} />
      <Row icon="home" title={words.mine} onTap={() => go('branchMine')} />
    </>
  )
}
