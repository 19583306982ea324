import { View } from '@tarojs/components'
import type { OpeningDetail } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Light } from '../../../components/light'
import { Shell } from '../../../components/shell'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { type Step, useStep } from '../use-step'
import { levelNames, payWords, proposalLights, shiftsWords, workWording as words } from '../wording'
import { Candidates } from './candidates'
import { OpeningActs } from './opening-acts'

/** One opening: pay, place, hours and what one must be able to do; and what may be done with it. */
export function OpeningView({ o, again }: { o: OpeningDetail; again: () => Promise<void> }) {
  const step = useStep(again)
  const { allowedActions: may } = o
  return (
    <Shell title={words.opening} bar={<Want o={o} step={step} />}>
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {o.title}
          </Heading>
          <Light
            kind={o.status === 'open' ? 'go' : o.status === 'submitted' ? 'soon' : 'idle'}
            words={words.openingStates[o.status]}
          />
          {o.reason && <View className="t-late">{words.sentBack(o.reason)}</View>}
        </View>
        <Card flush>
          <Row icon="star" title={payWords(o)} note={words.pay} />
          <Row icon="pin" title={o.areaName} note={words.place} />
          <Row icon="clock" title={o.shifts.length > 0 ? shiftsWords(o.shifts) : words.noShifts} note={words.shifts} />
          {o.skills.length > 0 && (
            <Row
              icon="check"
              title={o.skills.map(({ name, level }) => `${name}（${levelNames[level] ?? ''}）`).join('、')}
              note={words.skills}
            />
          )}
          <Row
            icon="people"
            title={o.left > 0 ? words.left(o.left, o.people) : words.full}
            note={`${words.untilOn}：${words.until(o.untilOn)}`}
          />
        </Card>
        {o.words && (
          <Card>
            <View className="t-prewrap">{o.words}</View>
          </Card>
        )}
        <Card flush>
          <Row
            icon="home"
            title={o.enterpriseName}
            note={
              <>
                {o.enterpriseAbout && <View>{o.enterpriseAbout}</View>}
                <View>{o.verifiedAt ? words.verified : words.notVerified}</View>
              </>
            }
          />
        </Card>
        {may.includes('close') && <Candidates openingId={o.openingId} />}
        <OpeningActs o={o} step={step} />
      </View>
    </Shell>
  )
}

/** What a resident does next with it. */
function Want({ o, step }: { o: OpeningDetail; step: Step }) {
  const { openingId, myProposal, allowedActions: may } = o
  if (myProposal)
    return (
      <Button block look="secondary" onTap={() => go('workProposal', { proposalId: myProposal.proposalId })}>
        {`${proposalLights[myProposal.status].seeker.words} · ${words.myProposal}`}
      </Button>
    )
  if (may.includes('showInterest')) {
    const want = async () => {
      if (await confirm(words.wantAsk, words.want))
        void step.run('want', () => client.volunteer.showInterest({ openingId }), words.wantDone)
    }
    return (
      <Button block loading={step.busy === 'want'} onTap={() => void want()}>
        {words.want}
      </Button>
    )
  }
  if (o.status !== 'open' || may.length > 0) return null
  return (
    <Button block onTap={() => go('workSeeker')}>
      {words.toSeek}
    </Button>
  )
}
