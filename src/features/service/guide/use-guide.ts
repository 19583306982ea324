import { useCallback, useEffect, useRef, useState } from 'react'
import type { GuidanceAnswers, Guide } from '../../../../types/catalogue'
import { CallFailed, client, Unreachable } from '../../../platform/client'
import { storage } from '../../../platform/storage'
import { guideWording } from './wording'

export interface Guided {
  guide: Guide | undefined
  answers: GuidanceAnswers
  /** Why there is no answer of the cloud: the network, or its own words. */
  problem: { offline: boolean; words: string; phone: string | null } | undefined
  asking: boolean
  answer: (key: string, value: string) => void
  again: () => void
}

const kept = (code: string) => `guide/${code}`
/** What was answered about an item on this phone, for the form that comes after the guide. */
export const keptAnswers = (code: string) => storage.read<GuidanceAnswers>(kept(code)) ?? {}

/**
 * The guidance of one item, question by question. The cloud decides what is asked next and what comes out of it; answers stay on this phone, so
 * that signing in on the way loses none.
 */
export function useGuide(code: string): Guided {
  const [answers, setAnswers] = useState<GuidanceAnswers>(() => keptAnswers(code))
  const [guide, setGuide] = useState<Guide>()
  const [problem, setProblem] = useState<Guided['problem']>()
  const [asking, setAsking] = useState(false)
  const turn = useRef(0)

  const ask = useCallback(
    async (given: GuidanceAnswers): Promise<void> => {
      const mine = ++turn.current
      setAsking(true)
      setProblem(undefined)
      try {
        const said = await client.catalogue.guide({ code, answers: given })
        if (mine !== turn.current) return
        if (said.ok) setGuide(said.value)
        else if (said.refusal.reason === 'notOpen')
          setProblem({ offline: false, words: guideWording.notOpen, phone: said.refusal.phone })
        else {
          // The item has changed since the answer was given: what it does not know any more is asked anew.
          const { [said.refusal.key]: _gone, ...rest } = given
          storage.write(kept(code), rest)
          setAnswers(rest)
          if (Object.keys(rest).length < Object.keys(given).length) return ask(rest)
          setProblem({ offline: false, words: guideWording.wrongAnswer, phone: null })
        }
      } catch (error) {
        if (mine !== turn.current) return
        if (error instanceof Unreachable) setProblem({ offline: true, words: '', phone: null })
        else if (error instanceof CallFailed) setProblem({ offline: false, words: error.message, phone: null })
        else throw error
      } finally {
        if (mine === turn.current) setAsking(false)
      }
    },
    [code],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when the page opens, then with every answer
  useEffect(() => void ask(answers), [ask])
  const answer = (key: string, value: string) => {
    const next = { ...answers, [key]: value }
    storage.write(kept(code), next)
    setAnswers(next)
    void ask(next)
  }
  return { guide, answers, problem, asking, answer, again: () => void ask(answers) }
}
