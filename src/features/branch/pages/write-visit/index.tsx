import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { writeWording as words } from '../../diary/wording'
import { WriteVisit } from '../../diary/write'
import { HostFrame } from '../../frame'

/** 写走访: which day, which households, what was heard, what was promised. */
export default function BranchWriteVisitPage() {
  const { params } = useRouter()
  const idOf = (value: string | undefined) => Number(value) || undefined
  return (
    <HostFrame title={words.title} under="visits">
      <View className="staff-narrow stack branch-end">
        <WriteVisit
          key={params.again}
          householdId={idOf(params.householdId)}
          contactId={idOf(params.contactId)}
          again={params.again}
        />
      </View>
    </HostFrame>
  )
}
