import { useCallback, useEffect, useRef, useState } from 'react'
import type { Guide } from '../../../../types/catalogue'
import { CallFailed, client, Unreachable } from '../../../platform/client'
import { keptAnswers } from '../guide/use-guide'
import type { ItemDetail } from '../shapes'
import { fromCloud } from './from-cloud'
import { emptyForm, forgetForm, type KeptForm, keepForm, keptForm } from './kept-form'

export interface Opened {
  item: ItemDetail
  guide: Guide
  form: KeptForm
}
type Opening =
  | { state: 'loading' }
  | { state: 'offline' }
  | { state: 'failed'; words: string }
  /** It was handed in already; there is nothing to fill in any more. */
  | { state: 'handedIn'; applicationId: number }
  | { state: 'ready'; opened: Opened }

/**
 * Opens the form of an item: from this phone when it lies here, from the cloud when it does not (a reinstall, another phone), else empty. What it
 * takes is asked anew each time, so that the page always shows what is required today.
 */
export function useApply(code: string, applicationId: number | undefined) {
  const [opening, setOpening] = useState<Opening>({ state: 'loading' })
  const turn = useRef(0)
  const open = useCallback(async () => {
    const mine = ++turn.current
    setOpening({ state: 'loading' })
    const now = await openForm(code, applicationId).catch(toOpening)
    if (mine === turn.current) setOpening(now)
  }, [code, applicationId])
  useEffect(() => void open(), [open])

  const change = useCallback(
    (form: KeptForm) => {
      keepForm(code, form)
      setOpening((before) => (before.state === 'ready' ? { ...before, opened: { ...before.opened, form } } : before))
    },
    [code],
  )
  return { opening, change, again: open }
}

async function openForm(code: string, applicationId: number | undefined): Promise<Opening> {
  const item = await client.catalogue.item({ code })
  if (!item.ok) return { state: 'failed', words: '' }
  const kept = await find(code, applicationId)
  if (typeof kept === 'number') return { state: 'handedIn', applicationId: kept }
  const form = kept ?? emptyForm(item.value.version, keptAnswers(code))
  const guide = await client.catalogue.guide({ code, answers: form.answers })
  if (!guide.ok) return { state: 'failed', words: '' }
  const current = { ...form, itemVersion: guide.value.version }
  return { state: 'ready', opened: { item: item.value, guide: guide.value, form: current } }
}

/** The form on this phone or in the cloud; a number: it is an application by now. */
async function find(code: string, wanted: number | undefined): Promise<KeptForm | number | undefined> {
  const kept = keptForm(code)
  const known = wanted ?? kept?.applicationId
  if (known === undefined || kept?.sentAs !== undefined) return kept
  if (kept && kept.applicationId === known) {
    // What lies here may have been handed in by the helper, on another phone, or by the outbox.
    const now = await client.application.detail({ applicationId: known }).catch(unlessGone)
    if (now === 'gone') {
      forgetForm(code)
      return undefined
    }
    if (!now?.ok || now.value.status === 'draft') return kept
    forgetForm(code)
    return known
  }
  const draft = await client.application.detail({ applicationId: known })
  if (!draft.ok) return undefined
  if (draft.value.status !== 'draft') return known
  const form = fromCloud(draft.value)
  keepForm(code, form)
  return form
}

/** Without a network what lies on this phone is good enough. */
function unlessGone(error: unknown): 'gone' | undefined {
  if (error instanceof CallFailed && error.kind === 'notFound') return 'gone'
  if (error instanceof Unreachable || error instanceof CallFailed) return undefined
  throw error
}

function toOpening(error: unknown): Opening {
  if (error instanceof Unreachable) return { state: 'offline' }
  if (error instanceof CallFailed) return { state: 'failed', words: error.message }
  throw error
}
