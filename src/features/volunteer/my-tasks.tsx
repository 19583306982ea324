import { View } from '@tarojs/components'
import { Card, Row } from '../../components/card'
import { Light } from '../../components/light'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import { client } from '../../platform/client'
import { nearTime } from '../../platform/dates'
import { go } from '../../platform/routes'
import { useList } from '../../platform/use-list'
import { taskLights, taskWording as words } from './task/wording'
import { kindDeeds, kindIcons, wording } from './wording'

/** What I go to, the nearest first; then what is behind me. */
export function MyTasks() {
  const list = useList((cursor) => client.volunteer.myTasks({ cursor }), 'help/tasks')
  return (
    <>
      {list.state === 'loading' && <Skeleton />}
      {list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && (
        <Empty words={words.empty} step={words.emptyStep} onStep={() => go('helpOffers')} />
      )}
      {list.rows.length > 0 && (
        <Card flush>
          {list.rows.map((row) => (
            <Row
              key={row.assignmentId}
              tile={kindIcons[row.kind]}
              title={kindDeeds[row.kind](row.requesterName)}
              note={
                <>
                  <Light {...taskLights[row.status]} />
                  <View>{[nearTime(row.span.from, new Date()), row.areaName].join(' · ')}</View>
                </>
              }
              onTap={() => go('helpTask', { assignmentId: row.assignmentId })}
            />
          ))}
        </Card>
      )}
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </>
  )
}
