import type { ActivityRow, SignUpView } from '../../../types/activity'
import type { Sql } from '../../platform/database'
import { personalCode } from './codes'
import { type ActivityRecord, type SignUpRecord, selectSignUpsOn } from './queries'
import { activityActions, signUpActions } from './rules'

/** From records to what travels: my state and my allowed actions in every row. */

export interface Viewer {
  /** The caller, 0 for a stranger. */
  me: number
  now: Date
  /** Key of the check-in codes. */
  key: Buffer
}

/** Rows for a list, each with my sign-up and my actions; one query for all of them. */
export async function toRows(sql: Sql, records: readonly ActivityRecord[], viewer: Viewer): Promise<ActivityRow[]> {
  const signUps = await selectSignUpsOn(
    sql,
    viewer.me,
    records.map((r) => r.activityId),
  )
  return records.map((record) =>
    toRow(
      record,
      signUps.filter((s) => s.activityId === record.activityId),
      viewer,
    ),
  )
}

/** One row; `signUps` are mine and my dependants' on this activity, the living ones first. */
export function toRow(record: ActivityRecord, signUps: readonly SignUpRecord[], viewer: Viewer): ActivityRow {
  const shown = signUps.find((s) => s.personId === viewer.me) ?? signUps[0]
  const own = signUps.find((s) => s.personId === viewer.me && s.status !== 'cancelled' && s.status !== 'rejected')
  return {
    ...record,
    mySignUp: shown ? toSignUpView(record, shown, 'self', viewer) : null,
    allowedActions: activityActions(record, own, viewer.me, viewer.now),
  }
}

export function toSignUpView(
  record: ActivityRecord,
  signUp: SignUpRecord,
  as: 'self' | 'organiser',
  viewer: Viewer,
): SignUpView {
  const waits = signUp.status === 'waitlisted'
  return {
    ...signUp,
    self: signUp.personId === viewer.me,
    position: waits ? signUp.partiesAhead + 1 : null,
    code: personalCode(viewer.key, signUp.signUpId),
    allowedActions: signUpActions(record, signUp, as, viewer.now),
  }
}
