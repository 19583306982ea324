import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../../components/card'
import { AreaPick } from '../../area/pick'
import { useServed } from '../../area/use-served'
import { BalanceView } from '../../balance/view'
import { balanceWording as words } from '../../balance/wording'
import { CommunityFrame } from '../../frame'

const communityDigits = 12

/** 调一调: the proposal that moves the fewest households so that nobody is left out and no hub has too many. */
export default function BranchBalancePage() {
  const [root] = useServed(['communityAdmin'])
  const [chosen, setChosen] = useState('')
  const areaCode = chosen || (root?.areaCode ?? '')
  return (
    <CommunityFrame title={words.title} at="balance">
      <View className="staff-narrow staff-narrow--broad stack">
        {root && root.areaCode.length < communityDigits && (
          <Card>
            <AreaPick
              label={words.area}
              roles={['communityAdmin']}
              value={areaCode}
              least={6}
              most={communityDigits}
              onChange={(area) => setChosen(area.areaCode)}
            />
          </Card>
        )}
        {areaCode ? <BalanceView key={areaCode} areaCode={areaCode} /> : <View>{words.chooseArea}</View>}
      </View>
    </CommunityFrame>
  )
}
