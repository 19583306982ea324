import { View } from '@tarojs/components'
import { Chips } from '../../../components/chips'
import { Dated } from '../../../components/dated'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { ListState } from '../../../components/list-state'
import { Tap } from '../../../components/tap'
import { go } from '../../../platform/routes'
import type { Listed } from '../../../platform/use-list'
import type { InboxRow } from '../shapes'
import { kindNames, lightOf } from '../wording'
import { noteOf, inboxWording as words } from './wording'

export type InboxTab = 'open' | 'ended'
const tabs = (['open', 'ended'] as const).map((value) => ({ value, words: words.tab[value] }))

interface InboxListProps {
  list: Listed<InboxRow>
  tab: InboxTab
  /** The contact that is open beside the list. */
  currentId?: number | undefined
  onTab: (tab: InboxTab) => void
  onOpen: (contactId: number) => void
}

/** What residents asked of my hubs: the most urgent first, and what is over in a tab of its own. */
export function InboxList({ list, tab, currentId, onTab, onOpen }: InboxListProps) {
  const { rows, state } = list
  const now = new Date()
  const known = state === 'ready' || state === 'end' || state === 'more'
  return (
    <View className="branch-list">
      {known && (
        <Heading level={2} className="branch-lead">
          {tab === 'ended'
            ? words.ended
            : words.waiting(rows.filter(({ mine, dueAt }) => mine && dueAt).length, state !== 'end')}
        </Heading>
      )}
      <Chips label={words.tabs} items={tabs} value={tab} onChange={onTab} />
      {rows.map((row) => (
        <InboxRowView
          key={row.contactId}
          row={row}
          now={now}
          current={row.contactId === currentId}
          onOpen={() => onOpen(row.contactId)}
        />
      ))}
      <ListState
        list={list}
        empty={tab === 'open' ? words.empty : words.emptyEnded}
        {...(tab === 'open' ? { step: words.seeMine, onStep: () => go('branchMine') } : {})}
      />
    </View>
  )
}

interface InboxRowViewProps {
  row: InboxRow
  now: Date
  current: boolean
  onOpen: () => void
}

function InboxRowView({ row, now, current, onOpen }: InboxRowViewProps) {
  const light = lightOf(row, now)
  return (
    <View id={`contact-${row.contactId}`}>
      <Tap role="link" chosen={current} className={`branch-row ${current ? 'branch-row--on' : ''}`} onTap={onOpen}>
        <View className="branch-row__head">
          <Light kind={light.kind} words={light.words} />
          <View className="t-note">{row.mine || !row.dueAt ? kindNames[row.kind] : words.notMine(row.level)}</View>
        </View>
        <View className="branch-row__words">{row.words || kindNames[row.kind]}</View>
        <View className="t-note">
          <Dated words={noteOf(row, now)} />
        </View>
      </Tap>
    </View>
  )
}
