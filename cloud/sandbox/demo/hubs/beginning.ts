import { recordAudit } from '../../../audit/record'
import { type Database, inTransaction } from '../../../platform/database'
import { countyCode } from '../areas'

/** The present of the load: the moment it first began. One that was interrupted goes on in the same past, whatever the day is meanwhile. */
export async function beginningOf(sql: Database, now: Date): Promise<Date> {
  const [begun] = await sql<{ at: number }[]>`
    select (after ->> 'at')::float8 as at from audit_log where operation = 'demo.hubsBegun' order by id limit 1`
  if (begun) return new Date(begun.at)
  await inTransaction(sql, (tx) =>
    recordAudit(tx, [
      {
        personId: null,
        operation: 'demo.hubsBegun',
        requestId: null,
        areaCode: countyCode,
        after: { at: now.getTime() },
      },
    ]),
  )
  return now
}

/** Until when contacts have been lived through already; the clock of what comes before has struck. */
export async function livedUntil(sql: Database): Promise<number> {
  const [last] = await sql<{ at: Date | null }[]>`select max(at) as at from contact_events`
  return last?.at ? last.at.getTime() : 0
}
