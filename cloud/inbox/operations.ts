import { type inbox, type NoticeFacts, type NoticeKind, noticeKinds } from '../../types/inbox'
import type { Handlers } from '../platform/operations'
import { idAfter, pageSize, toPage } from '../platform/paging'
import { found } from '../platform/serve'
import * as queries from './queries'

/** Operations of the inbox, one each; the contract says what they promise. */
export const operations: Handlers<typeof inbox> = {
  async list(sql, who, input) {
    const rows = await queries.selectNotices(sql, who.personId, idAfter(input.cursor), pageSize + 1)
    return toPage(
      rows.map((row) => ({ ...row, facts: withMoments(row.facts) })),
      (row) => [row.noticeId],
    )
  },

  async markRead(tx, who, input, call) {
    found((await queries.markRead(tx, who.personId, input.noticeId, input.andOlder ?? false)) || undefined)
    call.audit({ target: `notice:${input.noticeId}` })
    return { unreadNotices: await queries.countUnread(tx, who.personId) }
  },

  templates: async (_sql, _who, _input, call) => ({
    rows: noticeKinds.flatMap((kind) => {
      const templateId = call.services.templates[kind]
      return templateId === undefined ? [] : [{ kind, templateId }]
    }),
  }),

  async recordAcceptance(tx, who, input, call) {
    const kinds = input.kinds.filter((kind: NoticeKind) => call.services.templates[kind] !== undefined)
    await queries.insertAcceptances(tx, who.personId, kinds)
    call.audit({ target: `person:${who.personId}`, after: { accepted: kinds } })
    return {}
  },
}

/** Facts lie in the row as JSON; moments among them become dates again. */
export function withMoments(facts: Record<string, unknown>): NoticeFacts {
  const moments = Object.fromEntries(
    ['startsAt', 'endsAt', 'answerBy', 'dueAt'].flatMap((key) =>
      typeof facts[key] === 'string' ? [[key, new Date(facts[key])]] : [],
    ),
  )
  return { ...facts, ...moments }
}
