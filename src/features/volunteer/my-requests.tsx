import { View } from '@tarojs/components'
import type { OutputOf } from '../../../types/operation'
import type { volunteer } from '../../../types/volunteer'
import { Card, Row } from '../../components/card'
import { Light } from '../../components/light'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import { client } from '../../platform/client'
import { nearTime } from '../../platform/dates'
import { go } from '../../platform/routes'
import { useList } from '../../platform/use-list'
import { kindIcons, kindNames, statusLights, wording } from './wording'

const words = wording.list
export type RequestRow = OutputOf<(typeof volunteer)['myRequests']>['rows'][number]

/** One request of mine in a list: where it stands and when it is. */
export function RequestRowView({ row }: { row: RequestRow }) {
  const partly = (row.status === 'matching' || row.status === 'offered') && row.coming > 0
  const light = partly
    ? { kind: 'soon' as const, words: words.coming(row.coming, row.people) }
    : statusLights[row.status]
  return (
    <Row
      tile={kindIcons[row.kind]}
      title={kindNames[row.kind]}
      note={
        <>
          <Light {...light} />
          <View>
            {[row.onBehalf && words.forSomebody(row.requesterName), nearTime(row.span.from, new Date())]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </>
      }
      onTap={() => go('helpRequest', { helpRequestId: row.helpRequestId })}
    />
  )
}

/** My requests and those I made for others, under way first. */
export function MyRequests() {
  const list = useList((cursor) => client.volunteer.myRequests({ cursor }), 'help/mine')
  return (
    <>
      {list.state === 'loading' && <Skeleton />}
      {list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && (
        <Empty words={words.empty} step={words.step} onStep={() => go('askHelp')} />
      )}
      {list.rows.length > 0 && (
        <Card flush>
          {list.rows.map((row) => (
            <RequestRowView key={row.helpRequestId} row={row} />
          ))}
        </Card>
      )}
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </>
  )
}
