import type { CommentState } from '../../../types/activity'
import type { Verdict } from '../../platform/wechat'

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
