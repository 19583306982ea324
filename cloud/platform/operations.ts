import type { AnyOperation, InputOf, OutputOf, RefusalOf, Role, Writes } from '../../types/operation'
import type { Keys } from './crypto'
import type { Sql, Tx } from './database'
import type { Refusal } from './fault'
import type { FileStore } from './file-store'
import type { Log } from './log'
import type { Relay } from './relay'
import type { Wechat } from './wechat'

/** The shapes an operation is written in: who calls, what it may use, what it gives back. */

export interface Grant {
  role: Role
  areaCode: string
}

/** The signed-in person behind a call. Grants only open the door; every statement checks role and area again in its SQL. */
export interface Caller {
  personId: number
  sessionId: number
  /** Present for people who signed in through WeChat: the author of content that must be checked. */
  openid: string | null
  grants: readonly Grant[]
}

/** What one write did, for the audit log: the target as `kind:id`, and the state before and after without secrets. */
export interface AuditEntry {
  target?: string
  areaCode?: string | null
  /** The role the caller acted in; `resident` when none was needed. */
  role?: Role | 'resident'
  before?: object
  after?: object
}

/** Everything outside the database that operations may use. */
export interface Services {
  wechat: Wechat
  keys: Keys
  /** Where the encrypted bytes of files lie. */
  store: FileStore
  log: Log
  /** Connects two people without telling either the other's number; undefined where a real WeChat is set up and no provider. */
  relay: Relay | undefined
  /** WeChat template ids by notice kind; empty when none are set up. */
  templates: Readonly<Record<string, string>>
  /** The county of this deployment, 6 digits. */
  countyCode: string
  /** The address under which others reach this server; undefined when nobody has told us (then WeChat cannot fetch pictures). */
  publicUrl(): string | undefined
}

/** One call: its moment, its request and its audit trail. */
export interface Call {
  now: Date
  /** Empty for reads. */
  requestId: string
  services: Services
  /** Notes what this write did; may be called several times. A write that notes nothing is recorded without a target. */
  audit(entry: AuditEntry): void
}

export type CallerOf<Op extends AnyOperation> = Op['access'] extends 'anyone' ? Caller | null : Caller
export type Result<Op extends AnyOperation> = OutputOf<Op> | Refusal<RefusalOf<Op>>

/** One operation: reads get the pool, writes get a transaction that commits with its audit row and its stored answer. */
export type Handler<Op extends AnyOperation> = (
  sql: Writes<Op> extends true ? Tx : Sql,
  who: CallerOf<Op>,
  input: InputOf<Op>,
  call: Call,
) => Promise<Result<Op>>

/** One ask of a batch. */
export interface Ask<Op extends AnyOperation> {
  who: Caller
  input: InputOf<Op>
  call: Call
}

/** An operation that answers many asks in one transaction; answers keep the order of the asks. */
export interface BatchHandler<Op extends AnyOperation> {
  batch: (tx: Tx, asks: readonly Ask<Op>[]) => Promise<Result<Op>[]>
}

export type Handlers<C extends Record<string, AnyOperation>> = {
  [K in keyof C]: Handler<C[K]> | BatchHandler<C[K]>
}
