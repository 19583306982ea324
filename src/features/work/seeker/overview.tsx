import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Shell } from '../../../components/shell'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { useList } from '../../../platform/use-list'
import { ListCard } from '../gate'
import { ProposalRow } from '../rows'
import { useStep } from '../use-step'
import { levelNames, shiftsWords, workWording as words } from '../wording'
import type { SeekerProfile } from './form'

interface OverviewProps {
  profile: SeekerProfile
  again: () => Promise<void>
  onEdit: () => void
}

/** What was proposed to me, and what I said of myself. */
export function SeekerOverview({ profile: p, again, onEdit }: OverviewProps) {
  const list = useList((cursor) => client.volunteer.myWorkProposals({ cursor }), `work/mine/${p.active}`)
  const step = useStep(async () => {
    await Promise.all([again(), list.again()])
  })
  const end = async () => {
    if (await confirm(words.endAsk, words.end))
      void step.run('end', () => client.volunteer.endWorkProfile({}), words.endDone)
  }
  const skills = p.skills.map(({ name, level }) => `${name}（${levelNames[level] ?? ''}）`)
  return (
    <Shell
      title={words.seeker}
      bar={
        p.active ? undefined : (
          <Button block onTap={onEdit}>
            {words.again}
          </Button>
        )
      }
    >
      <View className="stack">
        <Heading level={2} className="t-title">
          {p.active ? words.seekingHead(p.name) : words.endedHead}
        </Heading>
        <Section title={words.proposals}>
          <ListCard list={list} empty={words.proposalsEmpty} step={words.lookMyself} onStep={() => go('workOpenings')}>
            {(row) => <ProposalRow key={row.proposalId} row={row} reader="seeker" />}
          </ListCard>
        </Section>
        {p.active && (
          <>
            <Card flush>
              {skills.length > 0 && <Row icon="check" title={skills.join('、')} note={words.can} />}
              <Row icon="clock" title={shiftsWords(p.weekly)} note={words.week} />
              <Row icon="pin" title={words.ride(p.radiusMetres)} note={`${words.far} · ${p.areaName}`} />
              {p.wishes && <Row icon="chat" title={p.wishes} note={words.wishes} />}
              <Row icon="calendar" title={words.seekingUntil(p.activeUntil)} note={words.consentHint} />
            </Card>
            <Button block look="secondary" icon="edit" onTap={onEdit}>
              {words.change}
            </Button>
            <Button block look="quiet" loading={step.busy === 'end'} onTap={() => void end()}>
              {words.end}
            </Button>
          </>
        )}
      </View>
    </Shell>
  )
}
