import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '../../../platform/client'
import { say, wordsOf } from '../../../platform/say'
import { useAsk } from '../../../platform/use-ask'
import type { Case, CaseDocument, Changed, StepRefusal } from '../shapes'
import { refusalWords } from '../wording'

export type Verdict = CaseDocument['verdict']
type Seen = { applicationId: number; version: number }
type Answer<T> = { ok: true; value: T } | { ok: false; refusal: StepRefusal }

export interface CaseDesk {
  asked: ReturnType<typeof useAsk<Case>>['asked']
  again: () => Promise<void>
  /** Reads what somebody faster made of it; what was thought of each document here stays, and is kept in the cloud where it still can be. */
  seeNewest: () => Promise<void>
  /** Whoever was faster; nothing that was typed is touched. */
  changed: Changed | undefined
  busy: boolean
  verdictOf: (document: CaseDocument) => Verdict
  judge: (key: string, verdict: Verdict) => void
  /** Takes a step on the version that is on the screen; true when it was taken. */
  step: <T>(work: (seen: Seen) => Promise<Answer<T>>, done: string | ((value: T) => string)) => Promise<boolean>
}

/** One case on the desk: what the cloud says of it, verdicts that are kept at once, and steps that hear when somebody was faster. */
export function useCase(applicationId: number, onMoved: () => void): CaseDesk {
  const { asked, again: read } = useAsk(() => client.application.case({ applicationId }), `case/${applicationId}`)
  const [changed, setChanged] = useState<Changed & { of: number }>()
  const [verdicts, setVerdicts] = useState<{ of: number; by: Readonly<Record<string, Verdict>> }>()
  const [busy, setBusy] = useState(false)
  // Verdicts move the version on, one after the other: a step waits for them.
  const version = useRef({ of: 0, n: 0 })
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const c = asked.state === 'ready' ? asked.value : undefined
  if (c && (version.current.of !== c.applicationId || c.version > version.current.n))
    version.current = { of: c.applicationId, n: c.version }
  const moved = useRef(onMoved)
  moved.current = onMoved

  const again = useCallback(async () => {
    await read()
    setChanged(undefined)
    setVerdicts(undefined)
  }, [read])

  // Verdicts that the cloud did not take, because somebody was faster.
  const unkept = useRef(new Map<string, Verdict>())
  const seeNewest = useCallback(async () => {
    await read()
    setChanged(undefined)
  }, [read])

  const send = <T>(work: (seen: Seen) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const sent = line.current.then(async () => {
      const answer = await work({ applicationId, version: version.current.n })
      if (!answer.ok && answer.refusal.reason === 'changed') setChanged({ ...answer.refusal, of: applicationId })
      return answer
    })
    line.current = sent.catch(() => {})
    return sent
  }

  const judge = (key: string, verdict: Verdict) => {
    setVerdicts((before) => ({
      of: applicationId,
      by: { ...(before?.of === applicationId ? before.by : {}), [key]: verdict },
    }))
    send(async (seen) => {
      const answer = await client.application.saveReview({ ...seen, verdicts: [{ key, verdict }] })
      if (answer.ok) {
        version.current = { of: applicationId, n: answer.value.version }
        unkept.current.delete(key)
      } else unkept.current.set(key, verdict)
      return answer
    }).then(
      (answer) => !answer.ok && say(refusalWords(answer.refusal)),
      (error: unknown) => say(wordsOf(error)),
    )
  }

  const mayJudge = c?.mine === true && c.allowedActions.includes('review') && changed === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each newer state of the case
  useEffect(() => {
    if (!mayJudge) return
    const again = [...unkept.current]
    unkept.current.clear()
    for (const [key, verdict] of again) judge(key, verdict)
  }, [mayJudge, c?.version])

  const step: CaseDesk['step'] = async (work, done) => {
    setBusy(true)
    try {
      const answer = await send(work)
      if (answer.ok) {
        say(typeof done === 'string' ? done : done(answer.value))
        await again()
        moved.current()
      } else if (answer.refusal.reason !== 'changed') say(refusalWords(answer.refusal))
      return answer.ok
    } catch (error) {
      say(wordsOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  const mine = verdicts?.of === applicationId ? verdicts.by : {}
  return {
    asked,
    again,
    seeNewest,
    changed: changed?.of === applicationId ? changed : undefined,
    busy,
    verdictOf: (d) => (d.key in mine ? (mine[d.key] ?? null) : d.verdict),
    judge,
    step,
  }
}
