import { privacyVersion } from '../../../types/people'
import { type volunteer, workLimits } from '../../../types/volunteer'
import { dayOf } from '../../deadlines/working-days'
import { tell } from '../../inbox/tell'
import { hasConsent } from '../../people/scope'
import { NotFound, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { selectOptionalPlace, selectUnknown } from '../ask/queries'
import { insertProposal, lockWork, selectOptionalWorkOwner } from './pool-queries'
import * as proposals from './proposal-queries'
import { propose } from './propose'
import * as queries from './queries'
import { nextDue } from './rules'
import * as seekers from './seeker-queries'
import { openingRowOf, proposalRowOf, readOpening, readProposal } from './shape'
import { stopSeeking } from './withdraw'

type SeekerOperations = Pick<
  Handlers<typeof volunteer>,
  | 'openings'
  | 'opening'
  | 'myWorkProfile'
  | 'saveWorkProfile'
  | 'endWorkProfile'
  | 'myWorkProposals'
  | 'answerWorkProposal'
  | 'showInterest'
>

const dayMs = 86_400_000

/** Looking for work. */
export const seekerOperations: SeekerOperations = {
  async openings(sql, _who, input, call) {
    const { areaCode, skill } = input
    const which = { openOn: dayOf(call.now), areaCode, skill }
    const rows = await queries.selectOpenings(sql, which, idAfter(input.cursor) || undefined, pageSize + 1)
    const page = toPage(rows, (row) => [row.openingId])
    return { ...page, rows: page.rows.map(openingRowOf) }
  },

  async opening(sql, who, input, call) {
    return found(await readOpening(sql, who.personId, input.openingId, call.now))
  },

  async myWorkProfile(sql, who, _input, call) {
    return { profile: (await seekers.selectOptionalProfile(sql, who.personId, dayOf(call.now))) ?? null }
  },

  async saveWorkProfile(tx, who, input, call) {
    const { now } = call
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    const place = input.areaCode.length >= 12 ? await selectOptionalPlace(tx, input.areaCode) : undefined
    const [lat, lng] = [input.lat ?? place?.lat, input.lng ?? place?.lng]
    if (!place || lat == null || lng == null) return refuse('noSuchPlace')
    const unknown = await selectUnknown(
      tx,
      input.skills.map((one) => one.skill),
      input.dialects,
    )
    if (unknown.skill !== undefined) return refuse('unknownSkill', { skill: unknown.skill })
    if (unknown.dialect !== undefined) return refuse('unknownDialect', { dialect: unknown.dialect })
    const latest = dayOf(new Date(now.getTime() + workLimits.longestDays * dayMs))
    if (input.activeUntil < dayOf(now) || input.activeUntil > latest) return refuse('dayWrong')
    await lockWork(tx)
    await seekers.saveSeeker(tx, who.personId, { ...input, homeAreaCode: input.homeAreaCode ?? null, lat, lng }, now)
    const proposed = await propose(tx, { seekerId: who.personId }, now)
    call.audit({
      target: `person:${who.personId}`,
      areaCode: input.areaCode,
      after: { seeking: true, proposed: proposed.length },
    })
    return { proposed: proposed.length }
  },

  async endWorkProfile(tx, who, _input, call) {
    await lockWork(tx)
    if (!(await stopSeeking(tx, who.personId, call.now))) return refuse('notSeeking')
    call.audit({ target: `person:${who.personId}`, after: { seeking: false } })
    return {}
  },

  async myWorkProposals(sql, who, input) {
    const after = fromCursor(input.cursor, ['boolean', 'number']) as [boolean, number] | undefined
    const page = toPage(await proposals.selectOfSeeker(sql, who.personId, after, pageSize + 1), (row) => [
      row.endedAt !== null,
      row.proposalId,
    ])
    return { ...page, rows: page.rows.map(proposalRowOf) }
  },

  async answerWorkProposal(tx, who, input, call) {
    const { now } = call
    const p = found(await proposals.selectOptionalProposal(tx, who.personId, input.proposalId, true))
    if (p.seekerId !== who.personId) throw new NotFound()
    if (p.status !== 'proposed') return refuse('wrongStatus', { status: p.status })
    if (input.interested) {
      const dueAt = nextDue('interested', now)
      await proposals.updateProposal(tx, p.proposalId, { status: 'interested', answeredAt: now, dueAt, escalation: 0 })
      await tellInterested(tx, p, dueAt)
    } else
      await proposals.updateProposal(tx, p.proposalId, {
        status: 'notInterested',
        answeredAt: now,
        endedAt: now,
        dueAt: null,
      })
    call.audit({
      target: `workProposal:${p.proposalId}`,
      areaCode: p.areaCode,
      before: { status: p.status },
      after: { interested: input.interested },
    })
    return found(await readProposal(tx, who.personId, p.proposalId))
  },

  async showInterest(tx, who, input, call) {
    const { now } = call
    const day = dayOf(now)
    await lockWork(tx)
    const opening = found(await queries.selectOptionalOpening(tx, who.personId, input.openingId, true))
    if (opening.status !== 'open') return refuse('wrongStatus', { status: opening.status })
    if (opening.contactId === who.personId) return refuse('ownOpening')
    if (!(await seekers.isSeeking(tx, who.personId, day))) return refuse('notSeeking')
    const { openingId, areaCode, title, contactId } = opening
    const ownerId = await selectOptionalWorkOwner(tx, areaCode, 0, [who.personId, contactId], day)
    if (ownerId === undefined) return refuse('nobodyResponsible')
    const dueAt = nextDue('interested', now)
    const made = {
      openingId,
      seekerId: who.personId,
      areaCode,
      status: 'interested',
      score: null,
      reasons: [],
      dueAt,
    } as const
    const proposalId = await insertProposal(tx, made, ownerId, now)
    if (proposalId === undefined) return refuse('alreadyProposed')
    await tellInterested(tx, { proposalId, title, ownerId, contactId }, dueAt)
    call.audit({ target: `workProposal:${proposalId}`, areaCode, after: { status: 'interested' } })
    return found(await readProposal(tx, who.personId, proposalId))
  },
}

/** Now the employer sees the name, and somebody has to bring the two together. */
async function tellInterested(
  tx: Parameters<typeof tell>[0],
  p: { proposalId: number; title: string; ownerId: number | null; contactId: number },
  dueAt: Date,
): Promise<void> {
  const facts = { proposalId: p.proposalId, title: p.title, dueAt }
  await tell(tx, [
    { personId: p.contactId, kind: 'workInterested', facts },
    ...(p.ownerId === null ? [] : [{ personId: p.ownerId, kind: 'workToFollowUp' as const, facts }]),
  ])
}
