/** One list as it is met, and a plain statement of what it should hold. */

/** Whoever calls, and what their call is about. */
export interface Asker {
  /** 0: without a session. */
  me: number
  about?: string | number
}

export interface ListCall {
  /** As in the table. */
  name: string
  operation: string
  /** SQL for `Asker`s, in any order. */
  askers: string
  input: (asker: Asker) => object
  /** The id of a row. */
  id: (row: never) => number
  /**
   * SQL for the ids of the whole list in its order, as plainly as it can be said. `$1` stands for who asks, `$2` for what about. Nothing in it is shared with
   * the cloud but the tables and `has_role`.
   */
  holds: string
  /** Rows a page has at most; 20 unless said. */
  most?: number
  /** Lists that must be longer than a page for somebody, so that a deep page is measured. */
  long: boolean
}

export const someResidents =
  "select id as me from people where openid like 'resident-%' order by hashint8(id) limit 240"
/** Those who take part in everything. They were loaded first. */
export const activeResidents =
  "select id as me from people where openid like 'resident-%' and id < (select min(id) from people where openid like 'resident-%') + 40"
export const staff = (prefix: string) =>
  `select id as me from people where openid like '${prefix}%' order by hashint8(id) limit 120`
export const administrators = "select id as me from people where openid like 'county-admin-%'"
