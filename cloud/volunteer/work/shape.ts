import type { OpeningDetail, ProposalAction, ProposalDetail } from '../../../types/volunteer'
import { dayOf } from '../../deadlines/working-days'
import type { Sql } from '../../platform/database'
import * as proposals from './proposal-queries'
import * as queries from './queries'
import { isSeeking } from './seeker-queries'

/** Rows of work as the contract gives them out. */

export const openingRowOf = ({
  openingId,
  title,
  enterpriseName,
  areaName,
  pay,
  payFrom,
  payUntil,
  people,
  left,
  untilOn,
  status,
}: queries.Opening) => ({
  openingId,
  title,
  enterpriseName,
  areaName,
  pay,
  payFrom,
  payUntil,
  people,
  left,
  untilOn,
  status,
})

/** One opening, for somebody who may see it; undefined for everybody else. */
export async function readOpening(
  sql: Sql,
  me: number,
  openingId: number,
  now: Date,
): Promise<OpeningDetail | undefined> {
  const row = await queries.selectOptionalOpening(sql, me, openingId)
  if (!row) return undefined
  const [needs, part, seeking] = await Promise.all([
    queries.selectOpeningNeeds(sql, openingId),
    queries.selectMyPart(sql, me, openingId, row.areaCode),
    isSeeking(sql, me, dayOf(now)),
  ])
  const mine = row.contactId === me
  const { status } = row
  const allowedActions: OpeningDetail['allowedActions'] = []
  if (mine && status === 'draft') allowedActions.push('edit', 'submit')
  if (mine && status !== 'closed') allowedActions.push('close')
  if (status === 'submitted' && part?.administers) allowedActions.push('decide')
  if (status === 'open' && !mine && seeking && part?.proposalId === null) allowedActions.push('showInterest')
  return {
    ...openingRowOf(row),
    enterpriseId: row.enterpriseId,
    enterpriseAbout: row.enterpriseAbout,
    verifiedAt: row.verifiedAt,
    words: row.words,
    areaCode: row.areaCode,
    lat: row.lat,
    lng: row.lng,
    ...needs,
    reason: row.reason,
    myProposal: part?.proposalId ? { proposalId: part.proposalId, status: part.status } : null,
    allowedActions,
  }
}

export const proposalRowOf = (p: proposals.Proposal) => ({
  proposalId: p.proposalId,
  status: p.status,
  openingId: p.openingId,
  title: p.title,
  enterpriseName: p.enterpriseName,
  areaName: p.areaName,
  pay: p.pay,
  payFrom: p.payFrom,
  payUntil: p.payUntil,
  reasons: p.reasons,
  proposedAt: p.proposedAt,
  dueAt: p.dueAt,
  ownerName: p.ownerName,
  seekerName: p.seekerName,
})

export const partOf = (p: proposals.Proposal, me: number): ProposalDetail['myPart'] =>
  p.seekerId === me ? 'seeker' : p.followsUp ? 'team' : 'employer'

/** What may be done by whoever looks at it. */
export function proposalActionsOf(p: proposals.Proposal, me: number): ProposalAction[] {
  const part = partOf(p, me)
  const actions: ProposalAction[] = []
  if (p.endedAt !== null) return actions
  if (part === 'seeker' && p.status === 'proposed') actions.push('answer')
  if (part === 'team') {
    if (p.status === 'interested') actions.push('contacted', 'notHired')
    if (p.status === 'contacted') actions.push('hired', 'notHired')
    if (p.ownerId !== me) actions.push('takeOver')
  }
  if (part === 'team' || p.status !== 'proposed') actions.push('say')
  return actions
}

export async function readProposal(sql: Sql, me: number, proposalId: number): Promise<ProposalDetail | undefined> {
  const p = await proposals.selectOptionalProposal(sql, me, proposalId)
  if (!p) return undefined
  const [messages, said] = await Promise.all([
    proposals.selectWorkMessages(sql, me, proposalId),
    proposals.selectSeekerWords(sql, p.seekerId),
  ])
  const myPart = partOf(p, me)
  return {
    ...proposalRowOf(p),
    myPart,
    answeredAt: p.answeredAt,
    contactedAt: p.contactedAt,
    endedAt: p.endedAt,
    note: p.note,
    // The profile is for those who follow up; an employer reads skills, not wishes.
    seeker: said ? { skills: said.skills, wishes: myPart === 'employer' ? '' : said.wishes } : null,
    messages,
    allowedActions: proposalActionsOf(p, me),
  }
}
