import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { client } from '../../../platform/client'
import { confirm, say, wordsOf } from '../../../platform/say'
import { editRefusal } from '../publish/wording'
import { shareWording as words } from './wording'

interface InvitationCodeProps {
  activityId: number
  code: string
  onRenewed: () => void
}

/** The code that lets somebody sign up: for those who are asked on the telephone. A new one ends the old. */
export function InvitationCode({ activityId, code, onRenewed }: InvitationCodeProps) {
  const copy = async () => {
    await Taro.setClipboardData({ data: code })
    say(words.copied)
  }
  const renew = async () => {
    if (!(await confirm(words.renewSure, words.renew))) return
    try {
      const answer = await client.activity.renewInvitation({ activityId })
      say(answer.ok ? words.renewed : editRefusal(answer.refusal))
    } catch (error) {
      say(wordsOf(error))
    }
    onRenewed()
  }
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="t-strong">{words.invitedTitle}</View>
          <View className="t-note">{words.invitedNote}</View>
        </View>
        <View className="between">
          <View className="t-display invite__code" aria-label={`${words.code} ${[...code].join(' ')}`}>
            {code}
          </View>
          <Button look="secondary" size="small" onTap={copy}>
            {words.copyCode}
          </Button>
        </View>
        <Button look="quiet" size="small" onTap={renew}>
          {words.renew}
        </Button>
      </View>
    </Card>
  )
}
