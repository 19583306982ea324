import type { volunteer } from '../../../types/volunteer'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { fromCursor, idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import * as proposals from './proposal-queries'
import * as queries from './queries'
import { nextDue } from './rules'
import { partOf, proposalRowOf, readProposal } from './shape'
import { withdrawAndTell } from './withdraw'

type FollowOperations = Pick<
  Handlers<typeof volunteer>,
  'workProposal' | 'workFollowUps' | 'stepWorkProposal' | 'takeOverWorkProposal' | 'workCandidates' | 'sayAboutWork'
>

/** 就业扶助团队: from a yes until somebody is hired, or knows why not. */
export const followOperations: FollowOperations = {
  async workProposal(sql, who, input) {
    return found(await readProposal(sql, who.personId, input.proposalId))
  },

  async workFollowUps(sql, who, input) {
    const at = fromCursor(input.cursor, ['string', 'number']) as [string, number] | undefined
    const after = at && ([new Date(at[0]), at[1]] as const)
    const page = toPage(await proposals.selectFollowUps(sql, who.personId, input.all, after, pageSize + 1), (row) => [
      (row.dueAt as Date).toISOString(),
      row.proposalId,
    ])
    return { ...page, rows: page.rows.map(proposalRowOf) }
  },

  async stepWorkProposal(tx, who, input, call) {
    const { now } = call
    const p = await lockAsTeam(tx, who, input.proposalId)
    // The opening first, then the proposal: of two who are hired for the last place, one is too many.
    const opening = found(await queries.lockOpening(tx, p.openingId))
    const { step, note } = input
    const from = { contacted: ['interested'], hired: ['contacted'], notHired: ['interested', 'contacted'] }[step]
    if (!from.includes(p.status)) return refuse('wrongStatus', { status: p.status })
    if (step === 'notHired' && note === '') return refuse('reasonNeeded')
    if (step === 'hired' && opening.left < 1) return refuse('filled')
    const said = note === '' ? {} : { note }
    await proposals.updateProposal(
      tx,
      p.proposalId,
      step === 'contacted'
        ? { status: step, contactedAt: now, dueAt: nextDue('contacted', now), escalation: 0, ...said }
        : { status: step, endedAt: now, dueAt: null, ...said },
    )
    const kind = ({ contacted: 'workContacted', hired: 'workHired', notHired: 'workNotHired' } as const)[step]
    await tell(tx, [
      {
        personId: p.seekerId,
        kind,
        facts: { proposalId: p.proposalId, title: p.title, ...(note === '' ? {} : { reason: note }) },
      },
    ])
    if (step === 'hired' && opening.left === 1) {
      await queries.setOpeningStatus(tx, p.openingId, { status: 'closed', reason: null }, now)
      await withdrawAndTell(tx, { openingId: p.openingId, title: p.title }, now)
    }
    return after(tx, who, p, call, { status: step })
  },

  async takeOverWorkProposal(tx, who, input, call) {
    const p = await lockAsTeam(tx, who, input.proposalId)
    if (p.endedAt !== null) return refuse('wrongStatus', { status: p.status })
    await proposals.updateProposal(tx, p.proposalId, { ownerId: who.personId })
    return after(tx, who, p, call, { ownerId: who.personId })
  },

  async workCandidates(sql, who, input) {
    const rows = await proposals.selectOfOpening(
      sql,
      who.personId,
      input.openingId,
      idAfter(input.cursor) || undefined,
      pageSize + 1,
    )
    const page = toPage(rows, (row) => [row.proposalId])
    return { ...page, rows: page.rows.map(proposalRowOf) }
  },

  async sayAboutWork(tx, who, input, call) {
    const { words, callBack } = input
    if (words === '' && !callBack) return refuse('nothingSaid')
    const p = found(await proposals.selectOptionalProposal(tx, who.personId, input.proposalId, true))
    const part = partOf(p, who.personId)
    if (p.endedAt !== null || (p.status === 'proposed' && part !== 'team'))
      return refuse('wrongStatus', { status: p.status })
    if (words !== '') await proposals.insertWorkMessage(tx, p.proposalId, who.personId, 'words', words, call.now)
    if (callBack) await proposals.insertWorkMessage(tx, p.proposalId, who.personId, 'callBack', '', call.now)
    // Before the one who looks said yes, the employer knows of nobody.
    const people = [p.seekerId, p.ownerId, ...(p.status === 'proposed' ? [] : [p.contactId])]
    const others = [...new Set(people)].filter((id) => id !== null && id !== who.personId) as number[]
    const facts = { proposalId: p.proposalId, title: p.title }
    await tell(
      tx,
      others.map((personId) => ({ personId, kind: 'workMessage' as const, facts })),
    )
    return after(tx, who, p, call, { said: true }, part === 'team' ? 'volunteer' : 'resident')
  },
}

async function lockAsTeam(tx: Tx, who: Caller, proposalId: number) {
  const seen = found(await proposals.selectOptionalProposal(tx, who.personId, proposalId))
  // Nobody decides about himself.
  if (partOf(seen, who.personId) !== 'team') found(undefined)
  await queries.lockOpening(tx, seen.openingId)
  return found(await proposals.selectOptionalProposal(tx, who.personId, proposalId, true))
}

async function after(
  tx: Tx,
  who: Caller,
  p: proposals.Proposal,
  call: Call,
  what: object,
  role: 'volunteer' | 'resident' = 'volunteer',
) {
  call.audit({
    target: `workProposal:${p.proposalId}`,
    areaCode: p.areaCode,
    role,
    before: { status: p.status },
    after: what,
  })
  return found(await readProposal(tx, who.personId, p.proposalId))
}
