import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Row } from '../../../components/card'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useList } from '../../../platform/use-list'
import { ListCard } from '../gate'
import { OpeningRow, ProposalRow } from '../rows'
import { useStep } from '../use-step'
import { workWording as words } from '../wording'

/** What I, or my team and area, follow up: the nearest deadline first. */
export function FollowUps({ all }: { all: boolean }) {
  const list = useList((cursor) => client.volunteer.workFollowUps({ all, cursor }), `work/follow/${all}`)
  return (
    <ListCard list={list} empty={words.followEmpty}>
      {(row) => <ProposalRow key={row.proposalId} row={row} reader="others" />}
    </ListCard>
  )
}

/** Openings that residents do not see yet. */
export function ToApprove() {
  const list = useList((cursor) => client.volunteer.openingsToApprove({ cursor }), 'work/approve')
  return (
    <ListCard list={list} empty={words.approveEmpty}>
      {(row) => <OpeningRow key={row.openingId} row={row} state />}
    </ListCard>
  )
}

/** Enterprises whose licence nobody has seen. */
export function ToVerify() {
  const list = useList((cursor) => client.volunteer.enterprisesToVerify({ cursor }), 'work/verify')
  const step = useStep(list.again)
  const verify = async (enterpriseId: number) => {
    if (await confirm(words.verifyAsk, words.verifyYes))
      void step.run(
        `verify/${enterpriseId}`,
        () => client.volunteer.verifyEnterprise({ enterpriseId }),
        words.verifyDone,
      )
  }
  return (
    <ListCard list={list} empty={words.verifyEmpty}>
      {(row) => (
        <Row
          key={row.enterpriseId}
          tile="home"
          title={row.name}
          note={
            <>
              {row.about && <View>{row.about}</View>}
              <View>{[row.areaName, words.contact(row.contactName)].join(' · ')}</View>
            </>
          }
          tail={
            <Button
              look="secondary"
              size="small"
              loading={step.busy === `verify/${row.enterpriseId}`}
              onTap={() => void verify(row.enterpriseId)}
            >
              {words.verifyYes}
            </Button>
          }
        />
      )}
    </ListCard>
  )
}
