import type { CommentState, PhotoState } from '../../../types/activity'
import type { Verdict } from '../../platform/wechat'
import { rateWording } from './wording'

/** What a comment was before its author saved it again. */
export interface CommentBefore {
  comment: string
  state: CommentState
  needsPerson: boolean
  /** Whether it, or an earlier one of this author here, was hidden for a reason. */
  hiddenBefore: boolean
}

/** Whether everybody sees it now, and if not, whether only a person may change that. */
export interface CommentFate {
  state: CommentState
  needsPerson: boolean
}

/** Decides on a comment that WeChat does not refuse. The same words stay what they were; new words of somebody once hidden wait for a person. */
export function decideComment(
  before: CommentBefore | undefined,
  comment: string,
  verdict: Exclude<Verdict, 'risky'>,
): CommentFate {
  if (comment === '') return { state: 'none', needsPerson: false }
  if (before?.comment === comment) return { state: before.state, needsPerson: before.needsPerson }
  if (before?.hiddenBefore) return { state: 'inReview', needsPerson: true }
  return verdict === 'pass'
    ? { state: 'shown', needsPerson: false }
    : { state: 'inReview', needsPerson: verdict === 'review' }
}

/** What a picture in review waits for: WeChat's verdict, or a person, because WeChat had doubts or could not be asked. */
export type WaitsFor = 'verdict' | 'doubtful' | 'unchecked'

/** What a new picture waits for. Where the words under it are in doubt, a person looks at both. */
export function photoWaitsFor(caption: Exclude<Verdict, 'risky'>): WaitsFor {
  return caption === 'pass' ? 'verdict' : caption === 'review' ? 'doubtful' : 'unchecked'
}

/** Whether everybody sees a picture, and if not, what it waits for or why it is hidden. */
export interface PhotoFate {
  state: PhotoState
  waitsFor: WaitsFor | null
  hiddenReason: string | null
}

/** Decides on a picture by WeChat's verdict. Nothing but a pass shows it; where there is no opinion a person has one. */
export function decidePhoto(verdict: Verdict): PhotoFate {
  switch (verdict) {
    case 'pass':
      return { state: 'shown', waitsFor: null, hiddenReason: null }
    case 'risky':
      return { state: 'hidden', waitsFor: null, hiddenReason: rateWording.machineHid }
    case 'review':
      return { state: 'inReview', waitsFor: 'doubtful', hiddenReason: null }
    case 'unavailable':
      return { state: 'inReview', waitsFor: 'unchecked', hiddenReason: null }
  }
}
