import { appHeaders, type TestCloud, type TestPerson } from '../cloud'

/** LeanCloud's file calls by hand, as the SDK makes them and as it never would. */

export interface Place {
  objectId: string
  token: string
  upload_url: string
  url: string
  provider: string
  key: string
}

interface Answer {
  status: number
  body: Record<string, unknown> & { code?: number; error?: string; objectId?: string; url?: string }
}

export async function call(cloud: TestCloud, as: TestPerson | null, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${cloud.url}/1.1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...appHeaders(cloud.settings),
      ...(as ? { 'x-lc-session': as.token } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

export async function askPlace(cloud: TestCloud, as: TestPerson, name = '证件.jpg'): Promise<Place> {
  const { status, body } = await call(cloud, as, 'fileTokens', { name, metaData: {}, mime_type: 'image/png' })
  if (status !== 201) throw new Error(`fileTokens answered ${status} ${JSON.stringify(body)}`)
  return body as unknown as Place
}

/** Sends bytes as the form that Qiniu takes. */
export async function sendBytes(
  place: Pick<Place, 'token' | 'upload_url' | 'key'>,
  bytes: Buffer,
  name = 'a.jpg',
): Promise<Answer> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  form.append('token', place.token)
  form.append('key', place.key)
  const response = await fetch(place.upload_url, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

/** A file of a person's, in the store. */
export async function upload(cloud: TestCloud, as: TestPerson, bytes: Buffer, name = '证件.jpg'): Promise<number> {
  const { status, body } = await sendBytes(await askPlace(cloud, as, name), bytes, name)
  if (status !== 200) throw new Error(`the upload answered ${status} ${JSON.stringify(body)}`)
  return Number(body.objectId)
}

/** Runs what is queued and due, as the job runner would. */
export async function runFileJobs(cloud: TestCloud): Promise<number> {
  const { jobs } = await import('../../cloud/server')
  const queued = await cloud.sql<{ name: string; payload: unknown; id: string }[]>`
    select t.identifier as name, j.payload, j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'deleteFileBytes' order by j.id`
  for (const { name, payload, id } of queued) {
    await jobs
      .find((job) => job.name === name)
      ?.run({ sql: cloud.sql, services: cloud.server.services, now: () => new Date() }, payload)
    await cloud.sql`delete from graphile_worker._private_jobs where id = ${id}`
  }
  return queued.length
}
