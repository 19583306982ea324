import { useState } from 'react'
import { mostFileBytes } from '../../../../types/catalogue'
import { client, Unreachable } from '../../../platform/client'
import { newRequestId } from '../../../platform/env'
import { chooseAndRead } from '../../../platform/read-file'
import type { ReadFile } from '../../../platform/read-file-types'
import { wordsOf } from '../../../platform/say'
import { filesWording as words } from '../files-wording'

type Answer = Awaited<ReturnType<typeof client.catalogue.importItems>>
export type Taken = Extract<Answer, { ok: true }>['value']
export type Problems = Extract<Extract<Answer, { ok: false }>['refusal'], { reason: 'problems' }>

interface Chosen extends ReadFile {
  format: 'csv' | 'json'
  /** The same file is taken in once, also when the answer was lost on the way. */
  requestId: string
}

/** Choosing a file, taking it in, and what came of it. */
export function useImport() {
  const [chosen, setChosen] = useState<Chosen>()
  const [publish, setPublish] = useState(false)
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState<Taken>()
  const [problems, setProblems] = useState<Problems>()
  const [said, setSaid] = useState('')

  const start = (file: Chosen | undefined) => {
    setTaken(undefined)
    setProblems(undefined)
    setSaid('')
    setChosen(file)
  }
  const choose = async () => {
    const file = await chooseAndRead(['csv', 'json']).catch(() => null)
    if (file === undefined) return
    start(undefined)
    if (file === null) return setSaid(words.unreadable)
    const ending = /\.(csv|json)$/i.exec(file.name)?.[1]?.toLowerCase()
    if (ending !== 'csv' && ending !== 'json') return setSaid(words.wrongKind)
    if (file.size > mostFileBytes) return setSaid(words.tooLarge)
    if (file.size === 0) return setSaid(words.empty)
    start({ ...file, format: ending, requestId: newRequestId() })
  }
  /** Another wish is another request. */
  const wish = (on: boolean) => {
    setPublish(on)
    setChosen((file) => file && { ...file, requestId: newRequestId() })
  }
  const takeIn = async () => {
    if (!chosen) return
    setBusy(true)
    setSaid('')
    const { requestId, format, base64 } = chosen
    try {
      const answer = await client.catalogue.importItems({ requestId, format, base64, publish })
      start(undefined)
      if (answer.ok) setTaken(answer.value)
      else if (answer.refusal.reason === 'problems') setProblems(answer.refusal)
      else setSaid(words.refusals[answer.refusal.reason])
    } catch (error) {
      setSaid(error instanceof Unreachable ? words.offline : wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { chosen, publish, wish, busy, taken, problems, said, choose, takeIn }
}
