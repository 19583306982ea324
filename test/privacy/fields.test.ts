import { inflateRawSync } from 'node:zlib'
import { contract } from '../../types'
import { startTestCloud, type TestCloud, wireDates } from '../cloud'
import { county } from '../factories/areas'
import { allowed } from './allowed'
import { type Field, marks, moveIn, type Neighbours } from './people'

/** Everybody reads everything the contract lets be read, and nobody sees of anybody what the table does not name. */

let cloud: TestCloud
let here: Neighbours
beforeAll(async () => {
  cloud = await startTestCloud({ COUNTY_CODE: county })
  here = await moveIn(cloud)
}, 60_000)
afterAll(() => cloud.stop())

interface Described {
  writes: boolean
  input: { entries: Record<string, { type: string }> }
}
const reads = Object.entries(contract).flatMap(([capability, operations]) =>
  Object.entries(operations as unknown as Record<string, Described>).flatMap(([verb, op]) =>
    op.writes ? [] : [{ name: `${capability}.${verb}`, entries: op.input.entries }],
  ),
)

/** What operations want besides ids. */
const given: Record<string, Record<string, unknown>> = {
  'activity.calendar': { month: '2026-11-26' },
  'activity.mine': { when: 'coming' },
  'activity.photo': { photoId: 1 },
  'application.mine': { when: 'underWay' },
  'application.appointments': { day: '2026-11-30' },
  'application.letter': { letterId: 1 },
  'application.checkLetter': { code: 'ABCD2345EFGH' },
  'catalogue.exportItems': { format: 'csv' },
  'hub.revealHousehold': { task: 'visit' },
  'hub.branchMeetings': { fromOn: '2026-11-01', untilOn: '2027-06-30' },
  'hub.pointRuleHistory': { code: 'answeredContact' },
  'hub.promises': { side: 'branch', status: 'open' },
  'hub.checkPointStatement': { code: 'ABCD2345EFGH' },
  'volunteer.homeAreas': { search: '四川' },
  'volunteer.checkStatement': { code: 'ABCD2345EFGH' },
  'volunteer.invitation': { code: '23456789ABCD' },
  'volunteer.opening': { openingId: 1 },
  'volunteer.statement': { statementId: 1 },
  'volunteer.workCandidates': { openingId: 1 },
  'volunteer.workProposal': { proposalId: 1 },
  'volunteer.myYear': { year: 2026 },
}

/** An answer as text, with files inside it unpacked: tables are zip archives. */
function textOf(value: unknown): string {
  const text = JSON.stringify(value)
  const files = [...text.matchAll(/"base64":"([A-Za-z0-9+/=]+)"/g)].map(([, base64]) => {
    const bytes = Buffer.from(base64 as string, 'base64')
    const parts = [bytes.toString('utf8')]
    for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
      const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      try {
        parts.push(inflateRawSync(bytes.subarray(from)).toString('utf8'))
      } catch {
        // stored as it is, or bytes that only look like a beginning
      }
    }
    return parts.join('\n')
  })
  return [text, ...files].join('\n')
}

it('no role sees a field that the table does not name for it', async () => {
  const seen: string[] = []
  const refused: string[] = []
  let answered = 0
  for (const [reader, who] of Object.entries(here.readers))
    for (const { name, entries } of reads) {
      const ids = Object.fromEntries(
        Object.entries(here.real).filter(([key]) => key in entries && entries[key]?.type !== 'optional'),
      )
      const item = name.startsWith('catalogue.') && 'code' in entries ? { code: here.real.itemCode } : {}
      const member = name === 'hub.memberPoints' ? { personId: here.real.memberId } : {}
      const reply = await cloud.send(who, name, wireDates({ ...ids, ...item, ...member, ...given[name] }))
      // An input that is not understood would prove nothing.
      if (reply.status === 400) refused.push(`${name} ${JSON.stringify(reply.body.fields)}`)
      if (reply.status >= 500) throw new Error(`${name} as ${reader}: ${reply.status}`)
      if (reply.status !== 200) continue
      answered++
      const text = textOf(reply.body)
      for (const field of Object.keys(marks) as Field[])
        if (text.includes(marks[field])) seen.push(`${field} by ${reader} in ${name}`)
    }
  const table = Object.entries(allowed).flatMap(([field, operations]) =>
    Object.entries(operations).flatMap(([name, readers]) =>
      readers.map((reader) => `${field} by ${reader} in ${name}`),
    ),
  )
  expect([...new Set(refused)]).toEqual([])
  // Neither more than the table says nor less: a line that nobody needs any more would hide the next leak.
  expect(seen.sort()).toEqual(table.sort())
  expect(answered).toBeGreaterThan(500)
}, 120_000)

it('no personal field lies in the clear in a column that is meant to be sealed', async () => {
  for (const table of [
    'people',
    'households',
    'join_requests',
    'help_requests',
    'applications',
    'relay_calls',
    'home_visits',
    'visit_promises',
    'notices',
  ]) {
    const text = JSON.stringify(await cloud.sql.unsafe(`select * from ${table}`))
    for (const field of [
      'residentPhone',
      'volunteerPhone',
      'hostPhone',
      'householdDoor',
      'householdPhone',
      'joinerDoor',
      'helpAddress',
      'formValue',
      'heardWords',
      'promiseWords',
    ] as const)
      expect({ table, field, found: text.includes(marks[field]) }).toEqual({ table, field, found: false })
  }
})

it('doors and numbers that were told stand in the log with who asked', async () => {
  const rows = await cloud.sql<{ operation: string; n: number }[]>`
    select operation, count(*)::int as n from audit_log
     where operation in ('hub.revealHousehold', 'hub.joinRequest', 'hub.hubBoard', 'hub.visit', 'volunteer.boardRequest') group by 1 order by 1`
  expect(rows.map(({ operation }) => operation)).toEqual([
    'hub.hubBoard',
    'hub.joinRequest',
    'hub.revealHousehold',
    'hub.visit',
    'volunteer.boardRequest',
  ])
})
