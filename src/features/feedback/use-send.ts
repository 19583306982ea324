import { useState } from 'react'
import type { FeedbackKind, FeedbackSubject, feedback } from '../../../types/feedback'
import type { RefusalOf } from '../../../types/operation'
import { sendOrKeep } from '../../platform/outbox'
import { replaceWith } from '../../platform/routes'
import { say, wordsOf } from '../../platform/say'
import { useDraft } from '../../platform/use-draft'
import { wording } from './wording'

const words = wording.send
const shortest = 5

interface Form {
  kind: FeedbackKind | undefined
  about: FeedbackSubject | undefined
  words: string
  areaCode: string
  areaName: string
  anonymous: boolean
}
const empty: Form = { kind: undefined, about: undefined, words: '', areaCode: '', areaName: '', anonymous: false }
type Problems = Partial<Record<'kind' | 'about' | 'words' | 'areaCode', string>>

/** The form of one complaint or suggestion: keeps itself, and is sent once, also when the network is away right now. */
export function useSend() {
  const [form, keep, forget] = useDraft<Form>('feedback', empty)
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState('')
  const [sending, setSending] = useState(false)

  const set = (change: Partial<Form>) => {
    keep(change)
    setProblems((before) => ({ ...before, ...Object.fromEntries(Object.keys(change).map((key) => [key, undefined])) }))
  }

  const submit = async () => {
    const found = problemsOf(form)
    setProblems(found)
    setRefusal('')
    if (Object.keys(found).length > 0) return
    setSending(true)
    try {
      const { kind, about, anonymous, areaCode } = form
      const input = { kind, about, anonymous, words: form.words.trim(), ...(areaCode ? { areaCode } : {}) }
      const answer = await sendOrKeep('feedback.send', wording.title, input)
      if (answer && !answer.ok) {
        const { reason } = answer.refusal as RefusalOf<(typeof feedback)['send']>
        const sentence = words.refusals[reason]
        if (reason === 'communityNeeded' || reason === 'noSuchCommunity') setProblems({ areaCode: sentence })
        else if (reason === 'wordsRefused') setProblems({ words: sentence })
        else setRefusal(sentence)
        return
      }
      forget()
      if (!answer) {
        say(words.kept)
        return replaceWith('feedback')
      }
      const { feedbackId } = answer.value as { feedbackId: number }
      replaceWith('feedbackDetail', { feedbackId })
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return { form, set, problems, refusal, sending, submit }
}

function problemsOf(form: Form): Problems {
  return {
    ...(form.kind ? {} : { kind: words.missing.kind }),
    ...(form.about ? {} : { about: words.missing.about }),
    ...(form.words.trim().length >= shortest ? {} : { words: words.missing.words }),
  }
}
