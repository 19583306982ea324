import { View } from '@tarojs/components'
import type { ProposalDetail } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Light } from '../../../components/light'
import { Shell } from '../../../components/shell'
import { client } from '../../../platform/client'
import { shortDay } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import { useAsk } from '../../../platform/use-ask'
import { sayReasons } from '../reasons-wording'
import '../style.scss'
import { type Step, useStep } from '../use-step'
import { payWords, proposalLights, workWording as words } from '../wording'
import { Talk } from './talk'
import { TeamSteps } from './team-steps'

/** One proposal: what it is, why, where it stands, what was said, and the next step of whoever looks at it. */
export function ProposalView({ p, again }: { p: ProposalDetail; again: () => Promise<void> }) {
  const step = useStep(again)
  const seeker = p.myPart === 'seeker'
  const lights = proposalLights[p.status]
  return (
    <Shell title={words.proposal} bar={p.allowedActions.includes('answer') ? <Answer p={p} step={step} /> : undefined}>
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {seeker ? p.title : [p.seekerName, p.title].filter(Boolean).join(' · ')}
          </Heading>
          <Light {...(seeker ? lights.seeker : lights.others)} />
        </View>
        {p.myPart !== 'employer' && <Reasons p={p} />}
        <Card flush>
          <Row
            icon="briefcase"
            title={payWords(p)}
            note={[p.enterpriseName, p.areaName].join(' · ')}
            onTap={() => go('workOpening', { openingId: p.openingId })}
          />
          {!seeker && p.seeker && (
            <Row icon="person" title={words.seekerSkills(p.seeker.skills)} note={p.seeker.wishes || words.seekerSaid} />
          )}
          {p.ownerName && p.endedAt === null && (
            <Row icon="handshake" title={words.owner(p.ownerName)} note={words.ownerNote} />
          )}
          {p.dueAt && p.endedAt === null && <Due at={p.dueAt} />}
          {p.note && <Row icon="info" title={p.note} note={words.note} />}
          {p.endedAt && <Row icon="calendar" title={shortDay(p.endedAt)} note={lights.others.words} />}
        </Card>
        <TeamSteps p={p} step={step} />
        {(p.messages.length > 0 || p.allowedActions.includes('say')) && <Talk p={p} step={step} />}
      </View>
    </Shell>
  )
}

function Due({ at }: { at: Date }) {
  const late = at.getTime() < Date.now()
  return <Row icon="clock" title={late ? words.overdue(at) : words.due(at)} note={words.dueNote} />
}

/** Yes or no, equally easy. */
function Answer({ p: { proposalId }, step }: { p: ProposalDetail; step: Step }) {
  const answer = (interested: boolean) =>
    void step.run(
      interested ? 'yes' : 'no',
      () => client.volunteer.answerWorkProposal({ proposalId, interested }),
      interested ? words.yesDone : words.noDone,
    )
  return (
    <View className="grow">
      <View className="t-note">{words.noNote}</View>
      <View className="work-halves">
        <Button block look="secondary" loading={step.busy === 'no'} onTap={() => answer(false)}>
          {words.no}
        </Button>
        <Button block loading={step.busy === 'yes'} onTap={() => answer(true)}>
          {words.yes}
        </Button>
      </View>
    </View>
  )
}

/** Why the engine thinks that it fits. What somebody found himself has no reasons. */
function Reasons({ p }: { p: ProposalDetail }) {
  const skills = useAsk(() => client.volunteer.skills({}), 'work/skills')
  const dialects = useAsk(() => client.volunteer.dialects({}), 'work/dialects')
  const skillRows = skills.asked.state === 'ready' ? skills.asked.value.rows : []
  const dialectRows = dialects.asked.state === 'ready' ? dialects.asked.value.rows : []
  const said = sayReasons(
    p.reasons,
    (code) => skillRows.find((one) => one.skill === code)?.name ?? '',
    (code) => dialectRows.find((one) => one.dialect === code)?.name ?? '',
  )
  if (said.length === 0) return null
  return (
    <Section title={p.myPart === 'seeker' ? words.why : words.whyTeam}>
      <Card>
        <View className="work-reasons" role="list">
          {said.map((one) => (
            <View key={one} className="work-reason" role="listitem">
              <View className="work-reason__tick">
                <Icon name="check" size={20} />
              </View>
              <View className="grow">{one}</View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}
