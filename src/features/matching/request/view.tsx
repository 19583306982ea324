import { View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { Failed, Skeleton } from '../../../components/states'
import { movedKey } from '../board/groups'
import { emptyWords, gapWords, kindOf, lightOf } from '../board/wording'
import type { Request, Row } from '../shapes'
import { spanWords, wording } from '../wording'
import { Acts } from './acts'
import { AskedPeople } from './asked'
import { ConsideredPeople } from './considered'
import { Facts } from './facts'
import { History } from './history'
import './style.scss'
import { useNames } from './use-names'
import { type RequestDesk, useRequest } from './use-request'
import { requestWording as words } from './wording'

interface RequestViewProps {
  helpRequestId: number
  /** As the board has it, when it is there: it says when the request moved. */
  row: Row | undefined
  numbers: ReadonlyMap<number, number>
  onMoved: () => void
  /** C asks who else was considered, Esc lets go of a choice; where the list is beside it. */
  keys?: boolean
}

/** One request: where it stands, whom the system asked and why, who else there is, and how to do it differently. */
export function RequestView({ helpRequestId, row, numbers, onMoved, keys = false }: RequestViewProps) {
  const desk = useRequest(helpRequestId, movedKey(row), onMoved)
  const { asked } = desk
  if (asked.state === 'loading') return <Skeleton rows={4} />
  if (asked.state !== 'ready') {
    const lost = asked.state === 'failed' ? (asked.notFound ? words.gone : asked.words) : wording.offline
    return <Failed words={lost} onAgain={desk.again} />
  }
  return <Ready key={helpRequestId} request={asked.value} desk={desk} numbers={numbers} keys={keys} />
}

interface ReadyProps {
  request: Request
  desk: RequestDesk
  numbers: ReadonlyMap<number, number>
  keys: boolean
}

function Ready({ request, desk, numbers, keys }: ReadyProps) {
  const nameOf = useNames()
  const now = new Date()
  const { row } = request
  const light = lightOf(row, now)
  const nth = words.nth(numbers.get(row.helpRequestId) ?? 0)
  const gaps = row.unmet ? gapWords(row) : []
  return (
    <View className="help">
      <View className="help__in">
        <View>
          <View className="help__head">
            <Heading level={2} className="help__title">
              {kindOf(row)}
            </Heading>
            <Light kind={light.kind} words={light.words} pill />
          </View>
          <View className="t-note">{[nth, spanWords(row.span, now), row.areaName].filter(Boolean).join(' · ')}</View>
          <View className="t-note">
            {[words.owner(row.ownerName, row.mine), row.dueAt ? words.due(row.dueAt, now) : '']
              .filter(Boolean)
              .join(' · ')}
          </View>
        </View>
        {gaps.length === 0 && emptyWords(row) !== '' && <View className="help__quiet">{emptyWords(row)}</View>}
        {!row.automatic && <View className="help__quiet">{words.byHand}</View>}
        {gaps.length > 0 && (
          <View>
            <Heading level={2} className="help__sub">
              {words.gap}
            </Heading>
            {gaps.map((gap) => (
              <View key={gap} className="help__reason">
                <View className="help__dot" aria-hidden />
                <View className="grow">{gap}</View>
              </View>
            ))}
          </View>
        )}
        <AskedPeople request={request} nameOf={nameOf} />
        <ConsideredPeople request={request} desk={desk} numbers={numbers} keys={keys} />
        <Facts request={request} />
        <History request={request} />
      </View>
      <Acts request={request} desk={desk} />
    </View>
  )
}
