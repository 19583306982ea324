import { deliverNotice } from '../../cloud/inbox/deliver'
import { appHeaders, type Reply, readDates, type TestCloud, type TestPerson, wireDates } from '../cloud'
import { type Described, operations } from '../contract/operations'
import { inputFor } from './inputs'
import { type Field, fieldsIn } from './marks'
import type { Neighbours } from './people'
import { textOf } from './text-of'

/** Readers ask for everything and then try everything; what was answered, and what others were told of it. */

export interface Answer {
  reader: string
  operation: string
  /** HTTP 200 with `ok`, a declared refusal, or the status of an error. */
  became: 'ok' | 'refused' | number
  /** Why it was refused, or which fields were not understood. */
  why?: string
  seen: readonly Field[]
}

/** What must not be handed out without a line in the log that says to whom: numbers, doors, addresses, who is in the party. */
const weighty: readonly Field[] = [
  ...(['residentPhone', 'volunteerPhone', 'seekerPhone', 'employerPhone', 'hostPhone', 'memberPhone'] as const),
  ...(['householdPhone', 'householdDoor', 'joinerDoor', 'helpAddress', 'postAddress', 'membership'] as const),
]

/** Weighty fields that were handed out, and no line of the log says to whom. `own`: whose they are. */
export async function unlogged(
  cloud: TestCloud,
  here: Neighbours,
  answers: readonly Answer[],
  own: Readonly<Partial<Record<Field, readonly string[]>>>,
): Promise<string[]> {
  const rows = await cloud.sql<{ line: string }[]>`
    select distinct coalesce(person_id::text, 'nobody') || ' ' || operation as line from audit_log`
  const lines = new Set(rows.map(({ line }) => line))
  const given = answers.flatMap(({ reader, operation, seen }) =>
    operation.includes(' ') || lines.has(`${here.readers[reader]?.personId ?? 'nobody'} ${operation}`)
      ? []
      : seen
          .filter((field) => weighty.includes(field) && !own[field]?.includes(reader))
          .map((field) => `${field} to ${reader} by ${operation}`),
  )
  return [...new Set(given)]
}

/** Whatever ends something comes after what needs it; whatever ends the reader comes last. */
const ends = /\.(cancel|close|decline|discard|end|giveBack|joinBy|leave|remove|revoke|swap|takeBack|unbind|withdraw)/
const orderOf = ({ name, writes }: Described): number => {
  if (!writes) return 0
  if (name === 'people.deleteMe') return 5
  return 1 + Number(ends.test(name)) + 2 * Number(name.startsWith('people.'))
}
const inOrder = [...operations].sort((a, b) => orderOf(a) - orderOf(b))

export async function walk(cloud: TestCloud, here: Neighbours, readers: readonly string[]): Promise<Answer[]> {
  const [before] = await cloud.sql<{ id: number }[]>`select coalesce(max(id), 0)::int as id from notices`
  const answers: Answer[] = []
  const tries = inOrder.flatMap((operation) =>
    [undefined, ...(here.also[operation.name] ?? [])].map((instead) => ({ operation, instead })),
  )
  for (const reader of readers)
    await atOnce(
      8,
      tries.filter(({ operation }) => !operation.writes),
      async (one) => answers.push(await answerTo(cloud, here, reader, one)),
    )
  for (const reader of readers)
    for (const one of tries) if (one.operation.writes) answers.push(await answerTo(cloud, here, reader, one))
  return [...answers, ...(await told(cloud, here, before?.id ?? 0))]
}

interface Try {
  operation: Described
  instead: object | undefined
}

async function answerTo(
  cloud: TestCloud,
  here: Neighbours,
  reader: string,
  { operation, instead }: Try,
): Promise<Answer> {
  const { name } = operation
  const input = await inputFor(cloud, here, reader, { operation, instead })
  const reply = await ask(cloud, here.readers[reader] ?? null, name, input)
  if (reply.status >= 500) throw new Error(`${name} as ${reader}: ${reply.status} ${JSON.stringify(reply.body)}`)
  const { result, fields } = reply.body
  return {
    reader,
    operation: name,
    became: result ? (result.ok ? 'ok' : 'refused') : reply.status,
    why: fields ? JSON.stringify(fields) : JSON.stringify(result?.refusal),
    seen: fieldsIn(textOf(reply.body), name),
  }
}

/** So many at a time: whoever waits for the database leaves the others the server. */
async function atOnce<T>(many: number, all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all]
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: many }, next))
}

/** The whole server but for the socket: tens of thousands of questions need none. */
async function ask(cloud: TestCloud, who: TestPerson | null, name: string, input: object) {
  const { statusCode, body } = await cloud.server.app.inject({
    method: 'POST',
    url: `/1.1/functions/${name}`,
    headers: { ...appHeaders(cloud.settings), ...(who ? { 'x-lc-session': who.token } : {}) },
    payload: wireDates(input) as object,
  })
  return { status: statusCode, body: readDates(JSON.parse(body)) as Reply['body'] }
}

/** What the walk left in the inboxes of all, and what WeChat was given to deliver. */
async function told(cloud: TestCloud, here: Neighbours, after: number): Promise<Answer[]> {
  const people = Object.entries(here.readers).flatMap(([reader, who]) => (who ? [{ reader, ...who }] : []))
  const readerOf = (key: 'personId' | 'openid', value: unknown) =>
    people.find((person) => person[key] === value)?.reader ?? 'somebodyElse'
  const notices = await cloud.sql<{ personId: number; kind: string; facts: object }[]>`
    select person_id as "personId", kind, facts from notices where id > ${after}`
  for (const { noticeId } of await cloud.sql<{ noticeId: number }[]>`
    select notice_id::int as "noticeId" from message_deliveries where status = 'queued' and notice_id > ${after}`)
    await deliverNotice(cloud.sql, cloud.server.services, noticeId, new Date())
  return [
    ...notices.map(({ personId, kind, facts }) => ({
      reader: readerOf('personId', personId),
      operation: `inbox.list ${kind}`,
      became: 'ok' as const,
      seen: fieldsIn(JSON.stringify(facts), kind),
    })),
    ...cloud.sandbox.state.messages.map(({ openid, templateId, data }) => ({
      reader: readerOf('openid', openid),
      operation: `WeChat ${templateId}`,
      became: 'ok' as const,
      seen: fieldsIn(JSON.stringify(data), templateId),
    })),
  ]
}
