import { Card } from '../../components/card'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import { client } from '../../platform/client'
import { go } from '../../platform/routes'
import { useList } from '../../platform/use-list'
import { ApplicationRowView } from './application-row'
import { wording } from './wording'

const words = wording.list
export const applicationTabs = ['underWay', 'drafts', 'ended'] as const
export type ApplicationTab = (typeof applicationTabs)[number]

/** My applications and those I help with: under way, drafts, or ended. */
export function MyApplications({ when }: { when: ApplicationTab }) {
  const list = useList((cursor) => client.application.mine({ when, cursor }), `applications/${when}`)
  return (
    <>
      {list.state === 'loading' && <Skeleton />}
      {list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || wording.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && (
        <Empty words={words.empty[when]} step={words.step} onStep={() => go('services')} />
      )}
      {list.rows.length > 0 && (
        <Card flush>
          {list.rows.map((row) => (
            <ApplicationRowView key={row.applicationId} application={row} />
          ))}
        </Card>
      )}
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </>
  )
}
