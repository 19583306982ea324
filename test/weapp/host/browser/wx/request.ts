import { miniProgram } from '../modules'
import type { Callbacks } from './api'

interface RequestOptions extends Callbacks {
  url: string
  method?: string
  header?: Record<string, string>
  data?: unknown
  dataType?: string
}

/** The package knows one server; here it is the one that this page came from. WeChat, too, refuses every other. */
export function reachable(url: string): string {
  // So the server calls itself when it says where files go.
  if (url.startsWith(`${location.origin}/`)) return url
  if (!url.startsWith(miniProgram.api)) throw new Error('url not in domain list')
  return location.origin + url.slice(miniProgram.api.length)
}

const bodyOf = ({ method = 'GET', data }: RequestOptions): string | undefined => {
  if (method === 'GET' || data === undefined) return undefined
  return typeof data === 'string' ? data : JSON.stringify(data)
}

async function ask(options: RequestOptions, signal: AbortSignal) {
  const headers = new Headers(options.header)
  if (!headers.has('content-type')) headers.set('content-type', 'application/json')
  const response = await fetch(reachable(options.url), {
    method: options.method ?? 'GET',
    headers,
    body: bodyOf(options),
    signal,
  })
  const text = await response.text()
  return {
    statusCode: response.status,
    data: options.dataType === 'text' ? text : parsed(text),
    header: Object.fromEntries(response.headers),
    errMsg: 'request:ok',
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text // WeChat hands on as text what is no JSON
  }
}

/** `wx.request`: any status is a success, no answer is a failure. */
export function request(options: RequestOptions) {
  const stop = new AbortController()
  ask(options, stop.signal).then(
    (answer) => {
      options.success?.(answer)
      options.complete?.(answer)
    },
    (error: Error) => {
      const answer = { errMsg: `request:fail ${error.message}` }
      options.fail?.(answer)
      options.complete?.(answer)
    },
  )
  return { abort: () => stop.abort(), onHeadersReceived() {}, offHeadersReceived() {} }
}
