import type { ActivityDetail } from '../../../../types/activity'
import { privacyVersion } from '../../../../types/people'
import { client } from '../../../platform/client'
import { refreshMe } from '../../../platform/session'
import type { PublishForm } from './form'
import { toDraft } from './to-draft'
import type { EditRefusal } from './wording'

export type HandedIn =
  | { ok: true; activityId: number; outcome: 'saved' | 'submitted' | 'published' | 'updated' }
  | { ok: false; refusal: EditRefusal }

interface Work {
  /** The activity that is changed; null for a new one. */
  activity: ActivityDetail | null
  form: PublishForm
  requestId: string
  /** Whether a draft is handed to the community, too. */
  submit: boolean
}

/** Agrees to the privacy guide; the person was shown it beside the button. */
export async function consent(): Promise<void> {
  await client.people.givePrivacyConsent({ version: privacyVersion })
  void refreshMe()
}

/** Sends what was written: a new draft or a change, and the submission. Sending the same again changes nothing more. */
export async function handIn({ activity, form, requestId, submit }: Work): Promise<HandedIn> {
  const written = activity ? await edit(activity, form, requestId) : await create(form, requestId)
  if (!written.ok || !submit || (activity && activity.status !== 'draft')) return written
  const answer = await client.activity.submit({ activityId: written.activityId })
  if (!answer.ok) return { ok: false, refusal: answer.refusal }
  return { ...written, outcome: answer.value.status === 'published' ? 'published' : 'submitted' }
}

async function create(form: PublishForm, requestId: string): Promise<HandedIn> {
  const repeat = form.repeat === 'none' ? undefined : { every: form.repeat, times: form.times }
  const answer = await client.activity.draft({ requestId, ...toDraft(form), repeat })
  return answer.ok ? { ok: true, activityId: answer.value.activityId, outcome: 'saved' } : answer
}

async function edit(activity: ActivityDetail, form: PublishForm, requestId: string): Promise<HandedIn> {
  const { activityId, version } = activity
  const answer = await client.activity.edit({ requestId, activityId, version, scope: form.scope, draft: toDraft(form) })
  return answer.ok ? { ok: true, activityId, outcome: activity.status === 'draft' ? 'saved' : 'updated' } : answer
}
