import { View } from '@tarojs/components'
import { Row } from '../../components/card'
import { Light } from '../../components/light'
import { go } from '../../platform/routes'
import type { MyApplication } from './shapes'
import { applicationLight, wording } from './wording'

const words = wording.list

/** One application in a list: what it is, where it stands, and who is responsible. A draft opens where it was left. */
export function ApplicationRowView({ application }: { application: MyApplication }) {
  const { applicationId, status, itemCode, savedAt } = application
  const draft = status === 'draft'
  const second = draft
    ? savedAt && words.saved(savedAt)
    : application.asHelper
      ? words.asHelper(application.applicantName)
      : words.owner(application.department, application.ownerName)
  return (
    <Row
      tile="file"
      title={application.itemName}
      note={
        <>
          {draft ? null : <Light {...applicationLight(application)} />}
          <View>{second}</View>
        </>
      }
      onTap={() => (draft ? go('apply', { code: itemCode, applicationId }) : go('application', { applicationId }))}
    />
  )
}
