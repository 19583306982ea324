import * as v from 'valibot'

/** What is wrong, by the path of its field in the contract (`name`, `hours.2.until`). */
export type Problems = Readonly<Record<string, string>>

/** Checks with the same schema as the cloud, in the same words. The first mistake of a field is the one to say. */
export function problemsBySchema(schema: v.GenericSchema, input: unknown): Problems {
  const { issues = [] } = v.safeParse(schema, input)
  return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const).reverse())
}
