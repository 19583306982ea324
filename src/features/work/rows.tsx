import { View } from '@tarojs/components'
import type { OutputOf } from '../../../types/operation'
import type { volunteer } from '../../../types/volunteer'
import { Row } from '../../components/card'
import { Light } from '../../components/light'
import { go } from '../../platform/routes'
import { payWords, proposalLights, workWording as words } from './wording'

type OpeningRowOf = OutputOf<(typeof volunteer)['openings']>['rows'][number]
type ProposalRowOf = OutputOf<(typeof volunteer)['myWorkProposals']>['rows'][number]

/** One opening; `state` tells its employer and the community where it stands. */
export function OpeningRow({ row, state = false }: { row: OpeningRowOf; state?: boolean }) {
  const { status, left, people } = row
  return (
    <Row
      tile="briefcase"
      title={row.title}
      note={
        <>
          {state && (
            <Light
              kind={status === 'open' ? 'go' : status === 'submitted' ? 'soon' : 'idle'}
              words={words.openingStates[status]}
            />
          )}
          <View>{payWords(row)}</View>
          <View>{[row.enterpriseName, row.areaName].join(' · ')}</View>
          <View>{[left > 0 ? words.left(left, people) : words.full, words.until(row.untilOn)].join(' · ')}</View>
        </>
      }
      onTap={() => go('workOpening', { openingId: row.openingId })}
    />
  )
}

/** One proposal: for whoever looks for work what it is, for the others whom it is about and until when to act. */
export function ProposalRow({ row, reader }: { row: ProposalRowOf; reader: 'seeker' | 'others' }) {
  const { dueAt } = row
  const late = dueAt !== null && dueAt.getTime() < Date.now()
  return (
    <Row
      tile={reader === 'seeker' ? 'briefcase' : 'person'}
      title={reader === 'seeker' ? row.title : [row.seekerName, row.title].filter(Boolean).join(' · ')}
      note={
        <>
          <Light
            {...(reader === 'others' && late
              ? { kind: 'late' as const, words: words.overdue(dueAt) }
              : proposalLights[row.status][reader])}
          />
          <View>{[row.enterpriseName, row.areaName].join(' · ')}</View>
          {reader === 'seeker' ? (
            <View>{payWords(row)}</View>
          ) : (
            <View>{[row.ownerName, dueAt && !late && words.due(dueAt)].filter(Boolean).join(' · ')}</View>
          )}
        </>
      }
      onTap={() => go('workProposal', { proposalId: row.proposalId })}
    />
  )
}
