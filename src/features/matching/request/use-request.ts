import { useEffect, useRef, useState } from 'react'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import type { Considered, Preview, Refusal, Request } from '../shapes'
import { refusalWords } from '../wording'

type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export interface Choice {
  personId: number
  name: string
  /** What it would do; absent while that is being found out. */
  preview?: Preview
  /** Why it is not possible. */
  refused?: string
}

export interface RequestDesk {
  asked: ReturnType<typeof useAsk<Request>>['asked']
  again: () => Promise<void>
  busy: boolean
  considered: readonly Considered[] | undefined
  /** Who else was considered. Leaves an audit row, so it is asked for by hand. */
  consider: () => Promise<void>
  choice: Choice | undefined
  /** Somebody else: what that would cost is asked for at once. */
  pick: (person: Pick<Considered, 'personId' | 'name'> | undefined) => Promise<void>
  /** Does something; true when it was done. */
  step: <T>(work: () => Promise<Answer<T>>, done: string) => Promise<boolean>
}

/**
 * One request on the matching desk. It is read again only when the board says that it moved (`movedKey`), because every reading names people and leaves an audit row.
 */
export function useRequest(helpRequestId: number, movedKey: string, onMoved: () => void): RequestDesk {
  const { asked, again } = useAsk(() => client.volunteer.boardRequest({ helpRequestId }), `help/${helpRequestId}`)
  const [busy, setBusy] = useState(false)
  const [considered, setConsidered] = useState<readonly Considered[]>()
  const [choice, setChoice] = useState<Choice>()
  const turn = useRef(0)

  const seen = useRef(movedKey)
  useEffect(() => {
    if (seen.current === movedKey) return
    const first = seen.current === ''
    seen.current = movedKey
    if (first) return
    setConsidered(undefined)
    setChoice(undefined)
    void again()
  }, [movedKey, again])

  const guarded = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true)
    try {
      return await work()
    } catch (error) {
      say(wordsOf(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }

  const step: RequestDesk['step'] = async (work, done) =>
    (await guarded(async () => {
      const answer = await work()
      say(answer.ok ? done : refusalWords(answer.refusal))
      if (!answer.ok && answer.refusal.reason !== 'wrongStatus') return false
      setConsidered(undefined)
      setChoice(undefined)
      await again()
      onMoved()
      return answer.ok
    })) ?? false

  const consider = async () => {
    await guarded(async () => {
      const answer = await client.volunteer.consider({ helpRequestId })
      if (answer.ok) setConsidered(answer.value.people)
      else say(refusalWords(answer.refusal))
    })
  }

  const pick: RequestDesk['pick'] = async (person) => {
    const mine = ++turn.current
    if (!person) return setChoice(undefined)
    const { personId, name } = person
    setChoice({ personId, name })
    try {
      const answer = await client.volunteer.previewChoice({ helpRequestId, personId })
      if (mine !== turn.current) return
      setChoice(
        answer.ok
          ? { personId, name, preview: answer.value }
          : { personId, name, refused: refusalWords(answer.refusal) },
      )
    } catch (error) {
      if (mine === turn.current) setChoice({ personId, name, refused: wordsOf(error) })
    }
  }
  return { asked, again, busy, considered, consider, choice, pick, step }
}
