import { randomInt } from 'node:crypto'
import type { activity } from '../../../types/activity'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { lockOne } from './approve-operations'
import * as queries from './queries'

type InviteOperations = Pick<Handlers<typeof activity>, 'renewInvitation'>

// Without letters that sound or look alike: a code is also read out on the telephone.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 6

/** A new invitation code, one of 30⁶. */
export const newInviteCode = () => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Inviting: whoever has the code of an activity may sign up for it. */
export const inviteOperations: InviteOperations = {
  async renewInvitation(tx, who, input, call) {
    const own = await lockOne(tx, who, input.activityId)
    if (own.join !== 'invited') return refuse('notByInvitation')
    if (own.status === 'ended' || own.status === 'cancelled') return refuse('alreadyOver')
    const inviteCode = newInviteCode()
    await queries.setInviteCode(tx, own.activityId, inviteCode)
    call.audit({
      target: `activity:${own.activityId}`,
      areaCode: own.areaCode,
      role: 'organiser',
      after: { invitation: 'renewed' },
    })
    return { inviteCode }
  },
}
