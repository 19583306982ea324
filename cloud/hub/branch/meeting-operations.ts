import type { hub } from '../../../types/hub'
import { branchLimits } from '../../../types/hub'
import { addDays, instantAt } from '../../deadlines/day'
import { attachFiles } from '../../files/attach'
import { giveFiles } from '../../files/give'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import * as queries from './meeting-queries'
import { selectOwed } from './owed'
import { selectMine } from './queries'
import { isOwed, meetingActions } from './rules'

type MeetingOperations = Pick<
  Handlers<typeof hub>,
  | 'branchMeetings'
  | 'branchMeeting'
  | 'saveMeeting'
  | 'cancelMeeting'
  | 'answerMeeting'
  | 'recordMeeting'
  | 'overdueMeetings'
>

const target = (meetingId: number) => ({ target: `branchMeeting:${meetingId}`, role: 'partyMember' as const })

/** The calendar of a branch, seen by the branch alone. */
export const meetingOperations: MeetingOperations = {
  async branchMeetings(sql, who, { fromOn, untilOn }) {
    if (untilOn < fromOn || untilOn > addDays(fromOn, branchLimits.calendarDays)) return refuse('daysWrong')
    const mine = await selectMine(sql, who.personId)
    const times = { from: instantAt(fromOn, 0), until: instantAt(untilOn, 24) }
    const rows = mine ? await queries.selectMeetings(sql, who.personId, times) : []
    return { rows, mayPlan: mine !== undefined && mine.post !== 'member' }
  },

  async branchMeeting(sql, who, { meetingId }, call) {
    const meeting = found(await queries.selectOptionalMeeting(sql, who.personId, meetingId))
    const officer = meeting.post !== 'member'
    const [people, fileIds] = await Promise.all([
      queries.selectPeople(sql, who.personId, meeting),
      queries.selectFiles(sql, meetingId),
    ])
    call.audit({ ...target(meetingId), after: { read: 'people', rows: people.length } })
    return {
      ...meeting,
      mayRemote: meeting.floating && meeting.remoteWay !== '',
      people: people.map((one) => ({ ...one, reason: officer || one.me ? one.reason : '' })),
      files: await giveFiles(sql, call.services, { fileIds, to: who.personId, now: call.now }),
      allowedActions: meetingActions(meeting, officer, call.now),
    }
  },

  async saveMeeting(tx, who, input, call) {
    const { meetingId, version, requestId: _, ...meeting } = input
    const mine = found(await selectMine(tx, who.personId))
    if (mine.post === 'member') return refuse('notAnOfficer')
    if (!isOwed(meeting.kind, mine)) return refuse('noSuchMeetings', { kind: meeting.kind })
    const dayMs = 86_400_000
    const { startsAt, endsAt } = meeting
    const lasts = endsAt.getTime() - startsAt.getTime()
    // What was held before the branch came here is entered too, up to a year back.
    const soundDay = Math.abs(startsAt.getTime() - call.now.getTime()) <= 366 * dayMs
    if (lasts <= 0 || lasts > dayMs || !soundDay) return refuse('timesWrong')
    const before = meetingId === undefined ? undefined : found(await queries.lockMeeting(tx, who.personId, meetingId))
    if (before && before.version !== version) return refuse('changedMeanwhile')
    if (before && (before.status !== 'planned' || before.startsAt <= call.now)) return refuse('alreadyOver')
    const id = before?.meetingId ?? (await queries.insertMeeting(tx, mine.branchId, meeting, who.personId, call.now))
    if (before) await queries.updateMeeting(tx, id, meeting)
    const { branchId } = mine
    if (startsAt > call.now)
      await tellMembers(tx, who.personId, { meetingId: id, branchId, ...meeting }, 'branchMeeting')
    const { kind, title } = meeting
    call.audit({ ...target(id), areaCode: mine.areaCode, after: { branchId, kind, title, startsAt, endsAt } })
    return { meetingId: id }
  },

  async cancelMeeting(tx, who, { meetingId, reason }, call) {
    const meeting = found(await queries.lockMeeting(tx, who.personId, meetingId))
    if (meeting.post === 'member') return refuse('notAnOfficer')
    if (meeting.status !== 'planned') return refuse('alreadyOver')
    await queries.setCancelled(tx, meetingId, reason)
    if (meeting.startsAt > call.now) await tellMembers(tx, who.personId, meeting, 'branchMeetingOff', reason)
    call.audit({ ...target(meetingId), before: { status: meeting.status }, after: { status: 'cancelled', reason } })
    return {}
  },

  async answerMeeting(tx, who, { meetingId, answer, reason }, call) {
    const meeting = found(await queries.lockMeeting(tx, who.personId, meetingId))
    if (!meeting.forMe) return refuse('notForYou')
    if (meeting.status !== 'planned' || meeting.startsAt <= call.now) return refuse('alreadyOver')
    if (answer === 'remote' && !(meeting.floating && meeting.remoteWay !== '')) return refuse('notFromAfar')
    if (answer === 'leave' && reason.length < 2) return refuse('reasonNeeded')
    await queries.upsertAnswer(tx, meetingId, who.personId, answer, answer === 'leave' ? reason : '', call.now)
    call.audit({ ...target(meetingId), before: { said: meeting.mySaid }, after: { said: answer } })
    return {}
  },

  async recordMeeting(tx, who, input, call) {
    const { meetingId, version, attendance, summary, fileIds } = input
    const meeting = found(await queries.lockMeeting(tx, who.personId, meetingId))
    if (meeting.post === 'member') return refuse('notAnOfficer')
    if (meeting.version !== version) return refuse('changedMeanwhile')
    if (meeting.status === 'cancelled') return refuse('alreadyOver')
    if (meeting.startsAt > call.now) return refuse('notBegun')
    const people = await queries.selectPeople(tx, who.personId, meeting)
    const noted = new Map(attendance.map((one) => [one.personId, one.attended]))
    if ([...noted.keys()].some((id) => !people.some((one) => one.personId === id))) return refuse('notAMember')
    const afar = people.find(
      (one) => noted.get(one.personId) === 'remote' && !one.floating && one.attended !== 'remote',
    )
    if (afar) return refuse('notFromAfar', { name: afar.name })
    const missing = people.find((one) => one.member && !noted.has(one.personId))
    if (missing) return refuse('somebodyMissing', { name: missing.name })
    const rows = [...noted].map(([personId, attended]) => ({ personId, attended }))
    await queries.upsertAttendance(tx, meetingId, rows, who.personId, call.now)
    await attachFiles(tx, {
      ownerId: who.personId,
      fileIds,
      target: { kind: 'branchMeeting', id: meetingId },
      path: 'fileIds',
    })
    await queries.insertFiles(tx, meetingId, fileIds, who.personId, call.now)
    await queries.setHeld(tx, meetingId, summary, call.now)
    const count = (kind: string) => rows.filter((row) => row.attended === kind).length
    const after = { status: 'held', present: count('present'), remote: count('remote'), absent: count('absent') }
    call.audit({ ...target(meetingId), before: { status: meeting.status }, after: { ...after, files: fileIds.length } })
    return {}
  },

  async overdueMeetings(sql, who, _input, call) {
    const mine = await selectMine(sql, who.personId)
    if (!mine || mine.post === 'member') return { rows: [] }
    return { rows: await selectOwed(sql, mine, call.now) }
  },
}

/** Tells everybody meant but whoever did it. What leaves the cloud says nothing of the branch: who is a member is nobody's to read over a shoulder. */
async function tellMembers(
  tx: Tx,
  me: number,
  meeting: Pick<queries.Meeting, 'meetingId' | 'branchId' | 'kind' | 'place' | 'startsAt'>,
  kind: 'branchMeeting' | 'branchMeetingOff',
  reason?: string,
): Promise<void> {
  const { meetingId, place, startsAt } = meeting
  const facts = { meetingId, place, startsAt, ...(reason === undefined ? {} : { reason }) }
  const people = await queries.selectPeople(tx, me, meeting)
  const others = people.filter((one) => one.member && !one.me)
  await tell(
    tx,
    others.map(({ personId }) => ({ personId, kind, facts })),
  )
}
