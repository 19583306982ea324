import { Card } from '../../components/card'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import { client } from '../../platform/client'
import { go } from '../../platform/routes'
import { useList } from '../../platform/use-list'
import { ContactRowView } from './contact-row'
import { hubWording, contactsWording as words } from './wording'

/** What I turned to a hub with, the newest first. */
export function MyContacts() {
  const list = useList((cursor) => client.hub.myContacts({ cursor }), 'hub/mine')
  const none = list.rows.length === 0
  return (
    <>
      {list.state === 'loading' && <Skeleton />}
      {none && (list.state === 'offline' || list.state === 'failed') && (
        <Failed words={list.words || hubWording.offline} onAgain={list.again} />
      )}
      {none && list.state === 'end' && <Empty words={words.empty} step={words.step} onStep={() => go('hub')} />}
      {!none && (
        <Card flush>
          {list.rows.map((row) => (
            <ContactRowView key={row.contactId} row={row} />
          ))}
        </Card>
      )}
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && !none && <EndMark />}
    </>
  )
}
