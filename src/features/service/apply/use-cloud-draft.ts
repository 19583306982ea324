import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallFailed, client, Unreachable } from '../../../platform/client'
import { newRequestId } from '../../../platform/env'
import type { ItemDetail, Outcome } from '../shapes'
import { type KeptForm, keptForm, unsaved } from './kept-form'
import { filledIn } from './to-submission'
import { saveRefusal } from './wording'

const quietMs = 1200

interface CloudDraft {
  item: ItemDetail
  outcome: Outcome
  form: KeptForm
  /** Without consent it stays on this phone. */
  consented: boolean
  onChange: (form: KeptForm) => void
}

/**
 * Keeps the draft in the cloud too: a moment after the last change, when the page goes, and one save at a time, so that there is never a second
 * draft. Gives what keeps it from being saved, in words.
 */
export function useCloudDraft({ item, outcome, form, consented, onChange }: CloudDraft) {
  const [problem, setProblem] = useState('')
  const latest = useRef({ form, outcome, onChange })
  latest.current = { form, outcome, onChange }
  const running = useRef<Promise<void>>(undefined)

  const save = useCallback(async (): Promise<void> => {
    if (running.current) await running.current
    const { form: now, outcome: needs } = latest.current
    // Opening the page is no draft; the first change is.
    if (!consented || keptForm(item.code) === undefined || !unsaved(now) || now.sentAs !== undefined) return
    const saving = send(item.code, now, needs)
      .then((done) => {
        if (typeof done === 'string') return setProblem(done)
        setProblem('')
        // Only what was sent is saved: what was typed meanwhile is newer.
        const current = keptForm(item.code) ?? latest.current.form
        latest.current.onChange({ ...current, applicationId: done.applicationId, savedInCloudAt: now.savedAt })
      })
      .finally(() => {
        running.current = undefined
      })
    running.current = saving
    await saving
  }, [item.code, consented])

  const { savedAt } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the wait anew
  useEffect(() => {
    const timer = setTimeout(() => void save(), quietMs)
    return () => clearTimeout(timer)
  }, [savedAt, save])
  useDidHide(() => void save())
  return { problem, save }
}

async function send(code: string, form: KeptForm, outcome: Outcome): Promise<{ applicationId: number } | string> {
  const input = {
    itemCode: code,
    itemVersion: form.itemVersion,
    ...filledIn(form, outcome),
    ...(form.applicationId ? { applicationId: form.applicationId } : form.personId ? { personId: form.personId } : {}),
    requestId: newRequestId(),
  }
  try {
    const answer = await client.application.saveDraft(input)
    return answer.ok ? answer.value : saveRefusal(answer.refusal)
  } catch (error) {
    // It lies on this phone and is saved with the next change, or when the page is opened again.
    if (error instanceof Unreachable) return ''
    if (error instanceof CallFailed) return error.fields[0]?.problem ?? error.message
    throw error
  }
}
