/** WeChat's `wx` in Node, as far as the app and LeanCloud's SDK use it without a screen: who holds the phone, storage, and requests over real HTTP. */

interface Callbacks {
  success?: (result: object) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: object) => void
}

interface RequestOptions extends Callbacks {
  url: string
  method?: string
  header?: Record<string, string>
  data?: unknown
  dataType?: string
}

export interface PhoneInNode {
  /** Whoever holds it; WeChat's stand-in reads the person from the sign-in code. */
  openid: string
  /** Where requests really go, while the app believes that it asks `api`; undefined while there is no network. */
  server: string | undefined
  readonly storage: Map<string, string>
  /** What was asked, in order, with the status of the answer (0: none came). */
  readonly asked: { method: string; path: string; status: number }[]
  readonly wx: object
}

let codes = 0

/** A phone whose app was built to talk to `api`. WeChat refuses every other server, and so does this. */
export function phoneInNode(api: string, server: string): PhoneInNode {
  const storage = new Map<string, string>()
  const asked: PhoneInNode['asked'] = []
  const phone: PhoneInNode = {
    openid: 'visitor',
    server,
    storage,
    asked,
    wx: {
      request(options: RequestOptions) {
        const stop = new AbortController()
        send(phone, api, options, stop.signal).then(
          (answer) => answerWith(options, { ...answer, errMsg: 'request:ok' }),
          (error: Error) => failWith(options, `request:fail ${error.message}`),
        )
        return { abort: () => stop.abort(), onHeadersReceived() {}, offHeadersReceived() {} }
      },
      login: (options: Callbacks) =>
        later(() => answerWith(options, { code: `${phone.openid}:${Date.now()}-${codes++}`, errMsg: 'login:ok' })),
      // A key that is not there reads as ''; values are copies.
      getStorageSync: (key: string): unknown => JSON.parse(storage.get(key) ?? '""'),
      setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
      removeStorageSync: (key: string) => void storage.delete(key),
      clearStorageSync: () => storage.clear(),
    },
  }
  return phone
}

async function send(phone: PhoneInNode, api: string, options: RequestOptions, signal: AbortSignal) {
  const { url, method = 'GET', header = {}, data, dataType = 'json' } = options
  if (!url.startsWith(api)) throw new Error('url not in domain list')
  const path = url.slice(api.length)
  const record = { method, path, status: 0 }
  phone.asked.push(record)
  if (!phone.server) throw new Error('网络未连接')
  const response = await fetch(`${phone.server}${path}${method === 'GET' ? queryOf(data) : ''}`, {
    method,
    headers: { 'content-type': 'application/json', ...lowerCased(header) },
    body: method === 'GET' ? undefined : bodyOf(data),
    signal,
  })
  record.status = response.status
  const text = await response.text()
  return {
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    data: dataType === 'json' ? parsed(text) : text,
  }
}

const lowerCased = (header: Record<string, string>) =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]))

/** WeChat sends text as it is, everything else as JSON, and nothing as an empty body. */
const bodyOf = (data: unknown) => (data == null ? '' : typeof data === 'string' ? data : JSON.stringify(data))

/** WeChat turns the data of a GET into parameters. */
function queryOf(data: unknown): string {
  if (data === null || typeof data !== 'object') return ''
  const query = new URLSearchParams(Object.entries(data).map(([key, value]) => [key, String(value)]))
  return query.size > 0 ? `?${query}` : ''
}

/** What is no JSON is handed on as text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const later = (work: () => void) => void Promise.resolve().then(work)

export function answerWith(options: Callbacks, result: object): void {
  options.success?.(result)
  options.complete?.(result)
}

export function failWith(options: Callbacks, errMsg: string): void {
  options.fail?.({ errMsg })
  options.complete?.({ errMsg })
}
