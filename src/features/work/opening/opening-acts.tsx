import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OpeningDetail } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import { ReasonSheet } from '../reason-sheet'
import type { Step } from '../use-step'
import { workWording as words } from '../wording'

const longestReason = 100

/** What its employer and the community may do with an opening. */
export function OpeningActs({ o, step }: { o: OpeningDetail; step: Step }) {
  const [sheet, setSheet] = useState<'close' | 'sendBack'>()
  const { openingId, enterpriseId, allowedActions: may } = o
  const approve = async () => {
    if (await confirm(words.approveAsk, words.approve))
      void step.run('approve', () => client.volunteer.decideOpening({ openingId, approve: true }), words.approveDone)
  }
  const verify = async () => {
    if (await confirm(words.verifyAsk, words.verifyYes))
      void step.run('verify', () => client.volunteer.verifyEnterprise({ enterpriseId }), words.verifyDone)
  }
  return (
    <View className="stack">
      {may.includes('submit') && (
        <Button
          block
          loading={step.busy === 'submit'}
          onTap={() => void step.run('submit', () => client.volunteer.submitOpening({ openingId }), words.submitDone)}
        >
          {words.submit}
        </Button>
      )}
      {may.includes('decide') && (
        <>
          {o.verifiedAt === null && (
            <Button block look="secondary" loading={step.busy === 'verify'} onTap={() => void verify()}>
              {words.verify}
            </Button>
          )}
          <Button block loading={step.busy === 'approve'} onTap={() => void approve()}>
            {words.approve}
          </Button>
          <Button block look="secondary" onTap={() => setSheet('sendBack')}>
            {words.sendBack}
          </Button>
        </>
      )}
      {may.includes('edit') && (
        <Button block look="secondary" onTap={() => go('workEmployer', { openingId })}>
          {words.edit}
        </Button>
      )}
      {may.includes('close') && (
        <Button block look="quiet" onTap={() => setSheet('close')}>
          {words.close}
        </Button>
      )}
      <ReasonSheet
        open={sheet === 'close'}
        title={words.close}
        label={words.closeLabel}
        placeholder={words.closePlaceholder}
        most={longestReason}
        busy={step.busy === 'close'}
        onClose={() => setSheet(undefined)}
        onSend={(reason) =>
          step.run('close', () => client.volunteer.closeOpening({ openingId, reason }), words.closeDone)
        }
      />
      <ReasonSheet
        open={sheet === 'sendBack'}
        title={words.sendBack}
        label={words.sendBackLabel}
        placeholder={words.sendBackPlaceholder}
        most={longestReason}
        busy={step.busy === 'sendBack'}
        onClose={() => setSheet(undefined)}
        onSend={(reason) =>
          step.run(
            'sendBack',
            () => client.volunteer.decideOpening({ openingId, approve: false, reason }),
            words.sendBackDone,
          )
        }
      />
    </View>
  )
}
