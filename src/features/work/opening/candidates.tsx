import { Section } from '../../../components/card'
import { client } from '../../../platform/client'
import { useList } from '../../../platform/use-list'
import { ListCard } from '../gate'
import { ProposalRow } from '../rows'
import { workWording as words } from '../wording'

/** Who said that they want to come, for the employer. */
export function Candidates({ openingId }: { openingId: number }) {
  const list = useList(
    (cursor) => client.volunteer.workCandidates({ openingId, cursor }),
    `work/candidates/${openingId}`,
  )
  return (
    <Section title={words.candidates}>
      <ListCard list={list} empty={words.candidatesEmpty}>
        {(row) => <ProposalRow key={row.proposalId} row={row} reader="others" />}
      </ListCard>
    </Section>
  )
}
