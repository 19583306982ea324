import { View } from '@tarojs/components'
import { Card, Row } from '../../../components/card'
import { Icon } from '../../../components/icon'
import type { NeededDocument } from '../shapes'
import { documentsWording as words } from './wording'

/** Documents that nobody has to hand in now: looked up by the office, or shown at the one visit. */
export function NotNow({ documents }: { documents: readonly NeededDocument[] }) {
  const rows = documents.filter((doc) => doc.form !== 'electronic')
  if (rows.length === 0) return null
  return (
    <Card flush>
      {rows.map((doc) => (
        <Row
          key={doc.key}
          lead={
            <View className="go-tile">
              <Icon name={doc.form === 'lookup' ? 'check' : 'walk'} />
            </View>
          }
          title={doc.name}
          note={doc.form === 'original' || doc.form === 'copy' ? words.atVisit[doc.form] : words.lookup(doc.lookupFrom)}
        />
      ))}
    </Card>
  )
}
