import { answerWith, failWith, type PhoneInNode } from './phone-in-node'

interface UploadOptions {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
  formData?: Record<string, string>
  success?: (result: object) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: object) => void
}

/** `wx.uploadFile` over real HTTP, as WeChat does it: the fields first, then the file, and whatever comes back as text. */
export function withUploads(phone: PhoneInNode, api: string, files: ReadonlyMap<string, Buffer>): void {
  Object.assign(phone.wx, {
    uploadFile(options: UploadOptions) {
      const progress = new Set<(event: object) => void>()
      send(phone, api, files, options, (event) => {
        for (const hear of progress) hear(event)
      }).then(
        (answer) => answerWith(options, { ...answer, errMsg: 'uploadFile:ok' }),
        (error: Error) => failWith(options, `uploadFile:fail ${error.message}`),
      )
      return { abort() {}, onProgressUpdate: (hear: (event: object) => void) => void progress.add(hear) }
    },
  })
}

async function send(
  phone: PhoneInNode,
  api: string,
  files: ReadonlyMap<string, Buffer>,
  { url, filePath, name, formData = {} }: UploadOptions,
  tell: (event: object) => void,
) {
  if (!url.startsWith(api)) throw new Error('url not in domain list')
  const bytes = files.get(filePath)
  if (!bytes) throw new Error('file not found')
  if (!phone.server) throw new Error('网络未连接')
  const form = new FormData()
  for (const [field, value] of Object.entries(formData)) form.append(field, value)
  form.append(name, new Blob([new Uint8Array(bytes)]), filePath.split('/').at(-1))
  // The caller gets its task first, and listens.
  await new Promise((next) => setImmediate(next))
  tell({ progress: 50, totalBytesSent: bytes.length / 2, totalBytesExpectedToSend: bytes.length })
  const path = url.slice(api.length)
  const response = await fetch(`${phone.server}${path}`, { method: 'POST', body: form })
  phone.asked.push({ method: 'UPLOAD', path: path.split('?')[0] as string, status: response.status })
  tell({ progress: 100, totalBytesSent: bytes.length, totalBytesExpectedToSend: bytes.length })
  return { statusCode: response.status, data: await response.text() }
}
