import type { volunteer } from '../../../types/volunteer'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { insertLonger } from '../hours/queries'
import { moveHelp } from '../life/move'
import { lockHelpRequest } from '../life/queries'
import { isHelpStep } from '../life/rules'
import { selectLiveAssignments } from '../serve/queries'
import { tellPeople, tellRequester } from '../tell-sides'
import * as queries from './queries'

type AfterwardsOperations = Pick<Handlers<typeof volunteer>, 'confirmDone' | 'rateHelp' | 'sayAboutHelp'>

/** Afterwards: was it done, how was it; and words between both sides meanwhile. */
export const afterwardsOperations: AfterwardsOperations = {
  async confirmDone(tx, who, input, call) {
    const own = found(await lockHelpRequest(tx, input.helpRequestId, { as: 'requester', personId: who.personId }))
    if (!isHelpStep('confirm', own.status)) return refuse('wrongStatus', { status: own.status })
    if (input.longer) await insertLonger(tx, own.helpRequestId)
    const set = { dueAt: null, endedAt: call.now }
    await moveHelp(tx, own, { kind: 'confirm', actor: 'requester', personId: who.personId, set }, call.now)
    call.audit({
      target: `helpRequest:${own.helpRequestId}`,
      areaCode: own.areaCode,
      before: { status: own.status },
      after: { status: 'confirmed', longer: input.longer },
    })
    return {}
  },

  async rateHelp(tx, who, input, call) {
    const own = found(await lockHelpRequest(tx, input.helpRequestId, { as: 'requester', personId: who.personId }))
    if (!isHelpStep('rate', own.status)) return refuse('wrongStatus', { status: own.status })
    const { stars, comment } = input
    const set = { stars, comment, ratedAt: call.now }
    await moveHelp(tx, own, { kind: 'rate', actor: 'requester', personId: who.personId, set }, call.now)
    call.audit({
      target: `helpRequest:${own.helpRequestId}`,
      areaCode: own.areaCode,
      after: { status: 'rated', stars },
    })
    return {}
  },

  async sayAboutHelp(tx, who, input, call) {
    const { words, callBack, helpRequestId } = input
    if (words === '' && !callBack) return refuse('nothingSaid')
    const asRequester = await lockHelpRequest(tx, helpRequestId, { as: 'requester', personId: who.personId })
    const request = asRequester ?? found(await lockHelpRequest(tx, helpRequestId, { as: 'system' }))
    const places = await selectLiveAssignments(tx, helpRequestId)
    const mine = places.find((one) => one.personId === who.personId)
    // Whoever was only asked has no say yet; to him and to strangers it does not exist.
    if (!asRequester && !mine) found(undefined)
    if (request.status === 'confirmed' || request.status === 'rated' || request.status === 'cancelled')
      return refuse('wrongStatus', { status: request.status })
    if (places.length === 0) return refuse('nobodyThere')
    if (words !== '') await queries.insertMessage(tx, helpRequestId, who.personId, 'words', words, call.now)
    if (callBack) await queries.insertMessage(tx, helpRequestId, who.personId, 'callBack', '', call.now)
    const kind = callBack ? 'helpCallBack' : 'helpMessage'
    if (mine) await tellRequester(tx, request, kind, { personName: mine.personName })
    else
      for (const { personId, assignmentId } of places)
        await tellPeople(tx, request, [personId], kind, { personName: request.requesterName, assignmentId })
    call.audit({
      target: `helpRequest:${helpRequestId}`,
      areaCode: request.areaCode,
      role: mine ? 'volunteer' : 'resident',
    })
    return {}
  },
}
