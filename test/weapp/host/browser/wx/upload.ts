import { bytesOf } from '../files'
import type { Callbacks } from './api'
import { reachable } from './request'

interface UploadOptions extends Callbacks {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
  formData?: Record<string, string>
}
interface Progress {
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
}

/** `wx.uploadFile`: the fields first, then the file; whatever comes back is text. Any status is a success, no answer is a failure. */
export function uploadFile(options: UploadOptions) {
  const stop = new AbortController()
  const listeners = new Set<(event: Progress) => void>()
  send(options, stop.signal, (event) => {
    for (const hear of listeners) hear(event)
  }).then(
    (answer) => {
      options.success?.(answer)
      options.complete?.(answer)
    },
    (error: Error) => {
      const answer = { errMsg: `uploadFile:fail ${error.message}` }
      options.fail?.(answer)
      options.complete?.(answer)
    },
  )
  return {
    abort: () => stop.abort(),
    onProgressUpdate: (hear: (event: Progress) => void) => void listeners.add(hear),
    offProgressUpdate: (hear: (event: Progress) => void) => void listeners.delete(hear),
  }
}

async function send(
  { url, filePath, name, header, formData = {} }: UploadOptions,
  signal: AbortSignal,
  tell: (event: Progress) => void,
) {
  const bytes = bytesOf(filePath)
  const form = new FormData()
  for (const [field, value] of Object.entries(formData)) form.append(field, value)
  form.append(name, new Blob([bytes]), filePath.split('/').at(-1))
  const headers = new Headers(header)
  headers.delete('content-type') // the browser writes it, with the boundary
  const response = await fetch(reachable(url), { method: 'POST', headers, body: form, signal })
  tell({ progress: 100, totalBytesSent: bytes.length, totalBytesExpectedToSend: bytes.length })
  return { statusCode: response.status, data: await response.text(), errMsg: 'uploadFile:ok' }
}
