import { useState } from 'react'
import { hubLimits } from '../../../../types/hub'
import { client, Unreachable } from '../../../platform/client'
import { newRequestId } from '../../../platform/env'
import { chooseAndRead } from '../../../platform/read-file'
import type { ReadFile } from '../../../platform/read-file-types'
import { wordsOf } from '../../../platform/say'
import { importWording as words } from './wording'

type Answer = Awaited<ReturnType<typeof client.hub.importHouseholds>>
export type Taken = Extract<Answer, { ok: true }>['value']
export type Wrong = Extract<Extract<Answer, { ok: false }>['refusal'], { reason: 'problems' }>

interface Chosen extends ReadFile {
  /** The same file is taken in once, also when the answer was lost on the way. */
  requestId: string
}

/** Choosing a table of households, taking it in, and what came of it. */
export function useImport() {
  const [chosen, setChosen] = useState<Chosen>()
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState<Taken>()
  const [wrong, setWrong] = useState<Wrong>()
  const [said, setSaid] = useState('')

  const start = (file: Chosen | undefined) => {
    setTaken(undefined)
    setWrong(undefined)
    setSaid('')
    setChosen(file)
  }
  const choose = async () => {
    const file = await chooseAndRead(['csv']).catch(() => null)
    if (file === undefined) return
    start(undefined)
    if (file === null) return setSaid(words.unreadable)
    if (!/\.csv$/i.test(file.name)) return setSaid(words.wrongKind)
    if (file.size > hubLimits.fileBytes) return setSaid(words.tooLarge)
    if (file.size === 0) return setSaid(words.empty)
    start({ ...file, requestId: newRequestId() })
  }
  const takeIn = async () => {
    if (!chosen || busy) return
    setBusy(true)
    setSaid('')
    const { requestId, base64 } = chosen
    try {
      const answer = await client.hub.importHouseholds({ requestId, base64 })
      if (answer.ok) {
        start(undefined)
        setTaken(answer.value)
      } else if (answer.refusal.reason === 'problems') {
        start(undefined)
        setWrong(answer.refusal)
      } else {
        // Somebody else registered one of them at the same moment: the next look names its line.
        setChosen({ ...chosen, requestId: newRequestId() })
        setSaid(words.doorTaken)
      }
    } catch (error) {
      setSaid(error instanceof Unreachable ? words.offline : wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { chosen, busy, taken, wrong, said, choose, takeIn }
}
