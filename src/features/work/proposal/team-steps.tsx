import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ProposalDetail } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { ReasonSheet } from '../reason-sheet'
import type { Step } from '../use-step'
import { workWording } from '../wording'

const words = workWording.steps
const longestNote = 200

/** The next step of whoever follows up. */
export function TeamSteps({ p, step }: { p: ProposalDetail; step: Step }) {
  const [why, setWhy] = useState(false)
  const { proposalId, allowedActions: may } = p
  const hire = async () => {
    if (await confirm(words.hiredAsk, words.hired))
      void step.run('hired', () => client.volunteer.stepWorkProposal({ proposalId, step: 'hired' }), words.hiredDone)
  }
  return (
    <View className="stack">
      {may.includes('contacted') && (
        <Button
          block
          loading={step.busy === 'contacted'}
          onTap={() =>
            void step.run(
              'contacted',
              () => client.volunteer.stepWorkProposal({ proposalId, step: 'contacted' }),
              words.contactedDone,
            )
          }
        >
          {words.contacted}
        </Button>
      )}
      {may.includes('hired') && (
        <Button block loading={step.busy === 'hired'} onTap={() => void hire()}>
          {words.hired}
        </Button>
      )}
      {may.includes('notHired') && (
        <Button block look="secondary" onTap={() => setWhy(true)}>
          {words.notHired}
        </Button>
      )}
      {may.includes('takeOver') && (
        <Button
          block
          look="quiet"
          loading={step.busy === 'takeOver'}
          onTap={() =>
            void step.run('takeOver', () => client.volunteer.takeOverWorkProposal({ proposalId }), words.takeOverDone)
          }
        >
          {words.takeOver}
        </Button>
      )}
      <ReasonSheet
        open={why}
        title={words.notHired}
        label={words.notHiredLabel}
        placeholder={words.notHiredPlaceholder}
        most={longestNote}
        busy={step.busy === 'notHired'}
        onClose={() => setWhy(false)}
        onSend={(note) =>
          step.run(
            'notHired',
            () => client.volunteer.stepWorkProposal({ proposalId, step: 'notHired', note }),
            words.notHiredDone,
          )
        }
      />
    </View>
  )
}
