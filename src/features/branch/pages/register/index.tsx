import { View } from '@tarojs/components'
import { Empty, Skeleton } from '../../../../components/states'
import { goHome } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useServed } from '../../area/use-served'
import { CommunityFrame } from '../../frame'
import { RegisterForm } from '../../households/register'
import { registerWording as words } from '../../households/wording'
import { mineWording } from '../../mine/wording'
import { wording } from '../../wording'

/** 登记一户: one household after the other. */
export default function BranchRegisterPage() {
  const me = useMe()
  const [area] = useServed(['gridWorker', 'communityAdmin'])
  return (
    <CommunityFrame title={words.title} under="households">
      <View className="staff-narrow stack">
        <View className="t-note">{words.lead}</View>
        {!me && <Skeleton rows={4} />}
        {me && !area && <Empty words={wording.gone} step={mineWording.goHome} onStep={goHome} />}
        {area && <RegisterForm areaCode={area.areaCode} />}
      </View>
    </CommunityFrame>
  )
}
