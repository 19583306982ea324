import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Chips } from '../../../../components/chips'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { giveFile } from '../../../../platform/files'
import { say, wordsOf } from '../../../../platform/say'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Appeals, CallBacks, Exceptions, Overdue } from '../../board/lists'
import { RatesView } from '../../board/rates'
import { boardWording as words } from '../../board/wording'
import { Frame } from '../../frame'
import { wording } from '../../wording'
import './index.scss'

type Tab = keyof typeof words.tab

/** The supervisor's board: what is open and overdue, the rates, poor ratings, appeals and second visits. */
export default function BoardPage() {
  const me = useMe()
  const asked = useRouter().params.tab
  const has = (...roles: readonly string[]) => me?.grants.some((g) => roles.includes(g.role)) ?? false
  const shown: Tab[] = [
    'rates',
    'overdue',
    'callBacks',
    ...(has('supervisor') ? (['appeals'] as const) : []),
    ...(has('supervisor', 'communityAdmin') ? (['exceptions'] as const) : []),
  ]
  const [chosen, setTab] = useState<Tab>()
  const tab = chosen ?? shown.find((value) => value === asked) ?? 'rates'
  return (
    <Frame title={words.title} at="board">
      <View className="board stack">
        <Chips
          label={words.tabs}
          items={shown.map((value) => ({ value, words: words.tab[value] }))}
          value={tab}
          onChange={setTab}
        />
        {tab === 'rates' && <Numbers />}
        {tab === 'overdue' && <Overdue />}
        {tab === 'callBacks' && <CallBacks />}
        {tab === 'appeals' && <Appeals />}
        {tab === 'exceptions' && <Exceptions />}
      </View>
    </Frame>
  )
}

function Numbers() {
  const { asked, again } = useAsk(() => client.application.board({}), 'board')
  const exportFile = async () => {
    try {
      const answer = await client.application.exportBoard({})
      if (!answer.ok) return
      await giveFile(answer.value)
      say(words.exported)
    } catch (error) {
      say(wordsOf(error))
    }
  }
  if (asked.state === 'loading') return <Skeleton rows={4} />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  return (
    <View className="stack">
      <RatesView board={asked.value} />
      <View className="line">
        <Button look="secondary" icon="download" onTap={exportFile}>
          {words.export}
        </Button>
      </View>
    </View>
  )
}
