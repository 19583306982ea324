import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Chips } from '../../../components/chips'
import { go } from '../../../platform/routes'
import type { CaseDesk } from '../case/use-case'
import type { Case } from '../shapes'
import { Extend, Grant, Second, Suspend } from './clock'
import { Decide, Opinion } from './decide'
import { Notice } from './notice'
import { Deliver, Plain } from './simple'
import type { useNotice } from './use-notice'
import { actsOf } from './which'
import { type Act, actWording as words } from './wording'
import './style.scss'

interface ActViewProps {
  c: Case
  desk: CaseDesk
  notice: ReturnType<typeof useNotice>
}

/** What can be done with the case now: nothing but what the cloud allows. */
export function ActView({ c, desk, notice }: ActViewProps) {
  const [chosen, setChosen] = useState<Act>()
  const wrong = notice.lines.length
  const acts = actsOf(c, wrong)
  const act = chosen && acts.includes(chosen) ? chosen : acts[0]
  if (!act && c.mine && c.status === 'underAppeal')
    return (
      <View className="act__none">
        <Button onTap={() => go('deskBoard', { tab: 'appeals' })}>{words.answerAppeal}</Button>
      </View>
    )
  if (!act) return <View className="act__none">{words.nothing(c.mine, c.ownerName)}</View>
  return (
    <View className="acts">
      {acts.length > 1 && (
        <View className="acts__tabs">
          <Chips
            label={words.tabs}
            items={acts.map((value) => ({ value, words: words.names[value] }))}
            value={act}
            onChange={setChosen}
          />
        </View>
      )}
      <One key={act} act={act} c={c} desk={desk} notice={notice} />
    </View>
  )
}

function One({ act, c, desk, notice }: ActViewProps & { act: Act }) {
  const props = { c, desk }
  switch (act) {
    case 'notice':
      return <Notice {...props} notice={notice} />
    case 'decide':
      return <Decide {...props} />
    case 'opinion':
      return <Opinion {...props} />
    case 'suspend':
      return <Suspend {...props} />
    case 'extend':
      return <Extend {...props} />
    case 'grant':
      return <Grant {...props} />
    case 'second':
      return <Second {...props} />
    case 'deliver':
      return <Deliver {...props} />
    default:
      return <Plain act={act} {...props} />
  }
}
