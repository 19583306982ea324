import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Sheet } from '../../../components/sheet'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import { confirm } from '../../../platform/say'
import type { Member } from '../shapes'
import { useWork } from '../use-work'
import { postOptions } from './add-member'
import { membersWording as words } from './wording'

interface MemberSheetProps {
  member: Member
  /** I am the secretary; else one of the committee, who only notes points. */
  secretary: boolean
  onClose: () => void
  onDone: () => void
}

/** What the secretary and the committee may do about a member. */
export function MemberSheet({ member, secretary, onClose, onDone }: MemberSheetProps) {
  const { personId, name } = member
  const [post, setPost] = useState<'member' | 'committee'>(member.post === 'member' ? 'member' : 'committee')
  const [floating, setFloating] = useState(member.floating)
  const [busy, work] = useWork()
  const lead = member.post === 'secretary'
  const change = async (untilOn: string | null, done: string) => {
    if (!(await work(() => client.hub.changeBranchMember({ personId, post, floating, untilOn }), done))) return
    onClose()
    onDone()
  }
  const leave = async () => {
    if (await confirm(words.leaveAsk(name), words.leaveYes)) await change(dayKey(new Date()), words.left)
  }
  return (
    <Sheet open title={name} onClose={onClose}>
      <View className="stack">
        {secretary && !member.me && (
          <Button look="secondary" block onTap={() => go('partyPoints', { personId })}>
            {words.points}
          </Button>
        )}
        {!member.me && (
          <Button look="secondary" block onTap={() => go('partyGive', { personId })}>
            {words.give}
          </Button>
        )}
        {secretary && !lead && (
          <>
            <Choice label={words.post} options={postOptions} value={post} onChange={setPost} />
            <Switch label={words.floatingLabel} hint={words.floatingHint} on={floating} onChange={setFloating} />
            <Button block loading={busy} disabled={busy} onTap={() => void change(null, words.saved)}>
              {words.save}
            </Button>
            <Button look="quiet" block disabled={busy} onTap={() => void leave()}>
              {words.leave}
            </Button>
          </>
        )}
      </View>
    </Sheet>
  )
}
