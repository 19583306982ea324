import { type Sql, type Statement, verbatim } from '../../platform/database'

/** What a row hangs on, for the `where` or `join` of its statement. */
type ToActivity = (row: 'r' | 'p') => Statement<object[]>

/**
 * The first rows that hang on activities of these areas. Few areas: of each activity the first, by an index that begins with the activity. From a
 * township upwards enough rows belong to somebody's areas that reading all of them in their order finds a page sooner.
 */
export function ofActivities(
  sql: Sql,
  areas: readonly string[],
  first: (activity: ToActivity) => Statement<object[]>,
): Statement<object[]> {
  const codes = areas as string[]
  if (areas.some((code) => code.length < 12)) {
    return sql`select n.id from (${first((row) => sql`join activities a on a.id = ${verbatim(row)}.activity_id and a.area_code ^@ any (${codes}::text[])`)}) n`
  }
  return sql`
    select n.id from areas_under(${codes}::text[]) s (code) join activities a on a.area_code = s.code
     cross join lateral (${first((row) => sql`join (select a.id as activity_id) of_it on of_it.activity_id = ${verbatim(row)}.activity_id`)}) n`
}
