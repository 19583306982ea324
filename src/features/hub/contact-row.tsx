import { View } from '@tarojs/components'
import type { hub } from '../../../types/hub'
import type { OutputOf } from '../../../types/operation'
import { Row } from '../../components/card'
import { Dated } from '../../components/dated'
import { Light } from '../../components/light'
import { nearTime } from '../../platform/dates'
import { go } from '../../platform/routes'
import { kindNames, statusLights, contactsWording as words } from './wording'

export type MyContact = OutputOf<(typeof hub)['myContacts']>['rows'][number]

/** Where a contact of mine stands, or what it waits for. */
export const contactLight = (row: Pick<MyContact, 'status' | 'follow'>) =>
  row.follow ? { kind: 'soon' as const, words: words.follow[row.follow] } : statusLights[row.status]

/** One contact of mine in a list: what I said, where it stands, whom I said it to. */
export function ContactRowView({ row }: { row: MyContact }) {
  return (
    <Row
      title={row.words || kindNames[row.kind]}
      note={
        <>
          <Light {...contactLight(row)} />
          <View>
            <Dated words={[kindNames[row.kind], row.hubName, nearTime(row.askedAt, new Date())].join(' · ')} />
          </View>
        </>
      }
      onTap={() => go('contact', { contactId: row.contactId })}
    />
  )
}
