import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Button } from '../../../../components/button'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { makePhoneCall } from '../../../../platform/help-phone'
import { go, pathOf } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { GuideView } from '../../guide/guide-view'
import { guideWording as words } from '../../guide/wording'
import { wording } from '../../wording'

/** The guide to one item: a few questions, then what it takes. Who cannot apply learns it here, before a word is typed. */
export default function ItemPage() {
  const { params } = useRouter()
  const code = params.code ?? ''
  const { asked, again } = useAsk(() => client.catalogue.item({ code }), code)
  const item = asked.state === 'ready' ? asked.value : undefined
  useShareAppMessage(() => ({ title: item?.name ?? words.title, path: pathOf('serviceItem', { code }) }))

  if (item?.canApply) return <GuideView item={item} />
  return (
    <Shell title={item?.name ?? words.title}>
      {asked.state === 'loading' && <Skeleton rows={4} />}
      {asked.state === 'offline' && <Failed words={wording.offline} onAgain={again} />}
      {asked.state === 'failed' && (
        <Empty words={wording.notFound} step={wording.list.step} onStep={() => go('services')} />
      )}
      {item && <NotOpen phone={item.phone} />}
    </Shell>
  )
}

/** Listed, but with nothing to fill in: somebody to call. */
function NotOpen({ phone }: { phone: string | null }) {
  return phone === null ? (
    <Empty words={words.notOpen} />
  ) : (
    <>
      <Empty words={words.notOpen} />
      <Button block icon="phone" onTap={() => makePhoneCall(phone)}>
        {words.callWindow(phone)}
      </Button>
    </>
  )
}
