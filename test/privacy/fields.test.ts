import { noticeKinds } from '../../types/inbox'
import { type Copied, startTestCloud, type TestCloud } from '../cloud'
import { operations } from '../contract/operations'
import { county } from '../factories/areas'
import { allowed } from './allowed'
import { fieldsInTheClear } from './in-the-clear'
import { own } from './marks'
import { neverTaken } from './not-taken'
import { companies, moveIn, type Neighbours } from './people'
import { type Answer, unlogged, walk } from './walk'

/** Everybody asks for everything the contract gives and tries everything it lets be done, and nobody sees of anybody what the tables do not name. */

const templates = Object.fromEntries(noticeKinds.map((kind) => [kind, kind]))
const settings = { COUNTY_CODE: county, WECHAT_TEMPLATES: JSON.stringify(templates) }

let first: TestCloud
let here: Neighbours
const answers: Answer[] = []
const silent: string[] = []
let inTheClear: string[] = []

beforeAll(async () => {
  first = await startTestCloud(settings)
  here = await moveIn(first)
  // Everybody wants every message, so that WeChat is given all that there is to tell.
  await first.sql`
    insert into message_acceptances (person_id, kind)
    select p.id, k from people p, unnest(${[...noticeKinds]}::text[]) k, generate_series(1, 9)`
  inTheClear = await fieldsInTheClear(first)
  const copied = await first.rest()
  const alone = Object.keys(here.readers).filter((reader) => !companies.flat().includes(reader))
  for (const company of [...companies, ...alone.map((reader) => [reader])]) await walkThrough(copied, company)
}, 600_000)
afterAll(() => first?.stop())

async function walkThrough(copied: Copied, company: readonly string[]): Promise<void> {
  const cloud = await startTestCloud(settings, { of: copied })
  try {
    for (const who of Object.values(here.readers))
      for (const kind of noticeKinds) if (who) cloud.sandbox.state.accept(who.openid, kind, 9)
    const given = await walk(cloud, here, company)
    answers.push(...given)
    silent.push(...(await unlogged(cloud, here, given, own)))
  } finally {
    await cloud.stop()
  }
}

it('no role sees a field that the tables do not name for it, and the tables name none that it does not see', () => {
  const seen = answers.flatMap(({ reader, operation, seen: fields }) =>
    fields.map((field) => `${operation}: ${field} to ${reader}`),
  )
  const table = Object.entries(allowed).flatMap(([operation, fields]) =>
    Object.entries(fields).flatMap(([field, readers]) =>
      (readers as readonly string[]).map((reader) => `${operation}: ${field} to ${reader}`),
    ),
  )
  // Neither more than the table says nor less: a line that nobody needs any more would hide the next leak.
  expect([...new Set(seen)].sort()).toEqual(table.sort())
})

it('every operation was asked of every reader, was understood, and what it lets be done was done by somebody', () => {
  const readers = Object.keys(here.readers)
  const of = (name: string) => answers.filter(({ operation }) => operation === name)
  for (const { name } of operations)
    expect({ name, asked: new Set(of(name).map(({ reader }) => reader)).size }).toEqual({ name, asked: readers.length })
  // An input that is not understood proves nothing.
  const misunderstood = operations.filter(({ name }) =>
    of(name).every(({ became }) => [400, 401, 403].includes(Number(became))),
  )
  expect(misunderstood.map(({ name }) => name)).toEqual([])
  const never = operations.filter(({ name }) => !of(name).some(({ became }) => became === 'ok'))
  expect(never.map(({ name }) => name).sort()).toEqual(Object.keys(neverTaken).sort())
})

it('a number, a door, an address or a membership that somebody else is told stands in the log with who asked', () => {
  expect(silent).toEqual([])
})

it('no field that is meant to be sealed lies in the clear in any table', () => {
  expect(inTheClear).toEqual([])
})
