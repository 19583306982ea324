import type { Sql, Tx } from '../platform/database'
import type { AuditEntry } from '../platform/operations'
import type { Verdict } from '../platform/wechat'

export interface Picture {
  mimeType: string
  bytes: Buffer
}

/** Something others will see once it has passed: what a capability tells about its pictures. */
export interface MediaSubject {
  /** The picture itself, for WeChat to look at; undefined when it was taken away meanwhile. */
  picture(sql: Sql, id: number): Promise<Picture | undefined>
  /**
   * Acts on a verdict, in the transaction that writes it down. Only `pass` is a pass; `review` and `unavailable` are for a person. Gives back what
   * changed, for the audit log; undefined when nothing waited for the verdict any more.
   */
  settle(tx: Tx, id: number, verdict: Verdict): Promise<AuditEntry | undefined>
}

/** By the name that stands in `media_checks.subject`. */
export type MediaSubjects = Readonly<Record<string, MediaSubject>>
