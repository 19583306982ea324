import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { FieldRefused, InvalidInput, NotFound, NotSignedIn, PublicError } from './fault'
import type { Caller } from './operations'

/**
 * LeanCloud's file calls as `leancloud-storage` 4.15.2 makes them: ask for a place (`fileTokens`), send the bytes there (a form, as
 * Qiniu takes it: the one way a Mini Program has), say how it went (`fileCallback`), look (`files/:id`). What files mean is the files
 * capability's affair.
 */

/** A file as the SDK's `AV.File` understands it. `url` is a path of ours. */
export interface FileDescription {
  fileId: number
  name: string
  mimeType: string | null
  size: number | null
  ownerId: number
  createdAt: Date
  url: string
}

/** The files capability, as these calls need it. Problems are thrown as PublicErrors, in words for the person. */
export interface FileKeeper {
  /** The most bytes one file may have. */
  readonly largest: number
  /** Gives a file a place; nothing is stored yet. */
  begin(who: Caller, name: string): Promise<FileDescription & { token: string; key: string }>
  /** Takes the bytes; the same bytes again get the same answer. */
  receive(token: unknown, bytes: () => Promise<Buffer>): Promise<FileDescription>
  /** The sender has given up, or is done. */
  conclude(token: unknown, arrived: boolean): Promise<void>
  /** A file of the caller's; undefined for anybody else's. */
  describe(who: Caller, fileId: number): Promise<FileDescription | undefined>
  /** What a signed address shows. */
  show(
    params: { id: string; name: string },
    query: Readonly<Record<string, unknown>>,
  ): Promise<{ name: string; mimeType: string; bytes: Buffer }>
}

export interface FileCallDeps {
  files: FileKeeper
  /** Where people reach this cloud; absent: as each call says. */
  publicUrl: string | undefined
}

const noMore = v.object({ name: v.pipe(v.string(), v.maxLength(1000)) })
const callback = v.object({ token: v.string(), result: v.boolean() })

/** The calls that carry the app's key and a session; on the same instance as the rest of the protocol. */
export function fileCalls(api: FastifyInstance, { files, publicUrl }: FileCallDeps): void {
  api.post('/fileTokens', async (request, reply) => {
    if (!request.caller) throw new NotSignedIn()
    const body = v.safeParse(noMore, request.body)
    if (!body.success) throw new InvalidInput([{ path: 'name', problem: '文件名不对' }])
    const { token, key, ...file } = await files.begin(request.caller, body.output.name)
    const base = publicUrl ?? originOf(request)
    const { fileId, createdAt } = file
    return reply.code(201).send({
      objectId: String(fileId),
      createdAt: createdAt.toISOString(),
      token,
      url: `${base}${file.url}`,
      key,
      bucket: 'linlibang',
      provider: 'qiniu',
      // Under Node the bytes come before the token's field: it travels in the address too.
      upload_url: `${base}/1.1/file-upload?token=${encodeURIComponent(token)}`,
    })
  })

  api.post('/fileCallback', async (request) => {
    const body = v.safeParse(callback, request.body)
    if (!body.success) throw new InvalidInput([{ path: 'token', problem: '上传凭证不对' }])
    await files.conclude(body.output.token, body.output.result)
    return {}
  })

  api.get('/files/:id', async (request) => {
    if (!request.caller) throw new NotSignedIn()
    const { id } = request.params as { id: string }
    const file = /^\d{1,15}$/.test(id) ? await files.describe(request.caller, Number(id)) : undefined
    if (!file) throw new NotFound()
    return wire(file, publicUrl ?? originOf(request))
  })
}

/** The calls of whoever holds a token or a signed address, without the app's key: a form from `wx.uploadFile`, a picture on a page. */
export async function fileBytes(app: FastifyInstance, { files, publicUrl }: FileCallDeps): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: files.largest, files: 1, fields: 10, fieldSize: 4096, fieldNameSize: 100, headerPairs: 50 },
  })

  app.post('/file-upload', async (request) => {
    if (!request.isMultipart()) throw new PublicError(415, 107, '请求格式不对')
    const { token } = request.query as { token?: unknown }
    const file = await files.receive(token, () => bytesOf(request))
    return { ...wire(file, publicUrl ?? originOf(request)), key: file.name }
  })

  app.get('/file-content/:id/:name', async (request, reply) => {
    const params = request.params as { id: string; name: string }
    const { name, mimeType, bytes } = await files.show(params, request.query as Record<string, unknown>)
    const picture = mimeType.startsWith('image/')
    return (
      reply
        .type(mimeType)
        .header('content-disposition', `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeRfc5987(name)}`)
        // Whatever hides in it runs nowhere, is kept by no shared cache, and tells no other site where it came from.
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cache-control', 'private, no-store')
        .header('referrer-policy', 'no-referrer')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(bytes)
    )
  })
}

/** The one file of a form. Fields beside it are what the SDK sends along; the token is in the address. */
async function bytesOf(request: FastifyRequest): Promise<Buffer> {
  let bytes: Buffer | undefined
  try {
    for await (const part of request.parts()) if (part.type === 'file') bytes = await part.toBuffer()
  } catch (error) {
    const { statusCode } = error as { statusCode?: number }
    if (statusCode === 413) throw new FieldRefused('file', '文件太大，最多 10 MB', 413)
    // A form that was cut off or is none.
    throw new FieldRefused('file', '文件没有传完，请再试一次', undefined, { cause: error })
  }
  if (!bytes) throw new FieldRefused('file', '没有收到文件')
  return bytes
}

function wire(file: FileDescription, base: string) {
  const { fileId, name, mimeType, size, ownerId, createdAt, url } = file
  return {
    objectId: String(fileId),
    name,
    mime_type: mimeType,
    bucket: 'linlibang',
    metaData: { size, owner: String(ownerId) },
    url: `${base}${url}`,
    createdAt: createdAt.toISOString(),
    updatedAt: createdAt.toISOString(),
  }
}

/** The address the call came to; it goes back to the caller and to nobody else. */
const originOf = (request: FastifyRequest) => `${request.protocol}://${request.host}`

const encodeRfc5987 = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
