import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useWide } from '../../../../platform/use-wide'
import { ContactView } from '../../contact/view'
import { contactWording as words } from '../../contact/wording'
import { HostFrame } from '../../frame'

/** One contact: on a phone, and where a notice leads. */
export default function BranchContactPage() {
  const contactId = Number(useRouter().params.contactId)
  const wide = useWide()
  return (
    <HostFrame title={words.title} under="inbox" columns>
      <View className={wide ? 'staff-columns staff-columns--case' : ''}>
        <ContactView contactId={contactId} wide={wide} onMoved={() => {}} />
      </View>
    </HostFrame>
  )
}
