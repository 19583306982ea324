import { useEffect, useRef, useState } from 'react'
import type { ContentProblem, Guidance, GuidanceAnswers, ItemDraft } from '../../../../types/catalogue'
import { CallFailed, client, Unreachable } from '../../../platform/client'
import { wordsOf } from '../../../platform/say'
import { tidied } from './basics'

type Item = Extract<Awaited<ReturnType<typeof client.catalogue.staffItem>>, { ok: true }>['value']

const begun: ItemDraft = {
  name: '',
  department: '',
  conditions: [],
  guidance: [],
  documents: [],
  form: { type: 'object', properties: {}, required: [] },
}

/** Milliseconds without a key before the cloud is asked what it would look like. */
const pause = 500

/** The item being worked on: what was loaded, what was changed since, and what residents would see of it. */
export function useItem(itemId: number | undefined) {
  const [item, setItem] = useState<Item>()
  const [code, setCode] = useState('')
  const [draft, setDraft] = useState<ItemDraft>(begun)
  const [touched, setTouched] = useState(false)
  const [failed, setFailed] = useState<string>()
  const [answers, setAnswers] = useState<GuidanceAnswers>({})
  const [seen, setSeen] = useState<{ problems: readonly ContentProblem[]; guide: Guidance | null }>()
  const turn = useRef(0)

  const load = async (id: number) => {
    try {
      const answer = await client.catalogue.staffItem({ itemId: id })
      if (!answer.ok) return
      setItem(answer.value)
      setCode(answer.value.code)
      setDraft(answer.value.draft)
      setTouched(false)
      setFailed(undefined)
    } catch (error) {
      setFailed(wordsOf(error))
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once for an item
  useEffect(() => {
    if (itemId !== undefined) void load(itemId)
  }, [itemId])

  useEffect(() => {
    const mine = ++turn.current
    const timer = setTimeout(async () => {
      try {
        const shown = await client.catalogue.preview({ draft: tidied(draft), answers })
        if (shown.ok && mine === turn.current) setSeen(shown.value)
      } catch (error) {
        if (mine !== turn.current) return
        // Half-typed parts do not fit the contract yet: they are named like everything else that is missing.
        if (error instanceof CallFailed) setSeen({ problems: error.fields, guide: null })
        else if (!(error instanceof Unreachable)) throw error
      }
    }, pause)
    return () => clearTimeout(timer)
  }, [draft, answers])

  const change = (part: Partial<ItemDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setTouched(true)
  }
  return { item, load, code, setCode, draft, change, touched, failed, answers, setAnswers, seen }
}
