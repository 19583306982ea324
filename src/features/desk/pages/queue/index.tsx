import { View } from '@tarojs/components'
import { useState } from 'react'
import { SearchBox } from '../../../../components/search-box'
import { go } from '../../../../platform/routes'
import { useForm } from '../../../../platform/use-form'
import { useWide } from '../../../../platform/use-wide'
import { DeskCase } from '../../case/desk-case'
import { caseWording } from '../../case/wording'
import { Frame } from '../../frame'
import { QueueList } from '../../queue/list'
import { queueWording as words } from '../../queue/wording'
import { type QueueFilter, useQueue } from '../../use-queue'
import { wording } from '../../wording'

/** 受理台: the queue, the case and the act beside one another on a wide screen; on a phone the queue leads to the case. */
export default function DeskPage() {
  const wide = useWide()
  const [filter, setFilter] = useForm<QueueFilter>({ whose: 'mine', light: 'all', search: '' })
  const [chosen, setChosen] = useState<number>()
  const queue = useQueue(filter)
  const current = chosen ?? queue.rows[0]?.applicationId
  const search = (
    <SearchBox
      label={words.search}
      value={filter.search}
      {...(wide ? { keyName: '/' } : {})}
      onChange={(text) => setFilter({ search: text })}
    />
  )
  if (!wide)
    return (
      <Frame title={wording.nav.queue} at="queue">
        <View className="stack">
          {search}
          <QueueList
            queue={queue}
            filter={filter}
            onFilter={setFilter}
            onOpen={({ applicationId }) => go('deskCase', { applicationId })}
          />
        </View>
      </Frame>
    )
  return (
    <Frame title={wording.product} at="queue" search={search} columns>
      <View className="staff-columns">
        <View className="staff-column">
          <QueueList
            queue={queue}
            filter={filter}
            currentId={current}
            onFilter={setFilter}
            onOpen={({ applicationId }) => setChosen(applicationId)}
          />
        </View>
        {current === undefined ? (
          <View className="staff-column staff-column--main t-note">{caseWording.none}</View>
        ) : (
          <DeskCase applicationId={current} show="both" onMoved={queue.again} />
        )}
      </View>
    </Frame>
  )
}
