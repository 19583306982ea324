import type { activity } from '../../../types/activity'
import type { Sql } from '../../platform/database'
import { NotFound, refuse, Unavailable } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { fromCursor, idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { WechatError } from '../../platform/wechat'
import { type ActivityRecord, selectGroups, selectOptionalActivity, selectSignUpsOn } from '../view/queries'
import { toRow, toRows, toSignUpView, type Viewer } from '../view/shape'
import { calendarFile } from './calendar-file'
import * as queries from './queries'
import * as ratingQueries from './rating-queries'

type BrowseOperations = Pick<
  Handlers<typeof activity>,
  'list' | 'calendar' | 'detail' | 'mine' | 'today' | 'alternatives' | 'ratings' | 'photo' | 'calendarFile' | 'poster'
>

export const viewerOf = (who: Caller | null, call: Call): Viewer => ({
  me: who?.personId ?? 0,
  now: call.now,
  key: call.services.keys.checkIn,
})

/** Looking around: nothing here changes anything. */
export const browseOperations: BrowseOperations = {
  async list(sql, who, input, call) {
    const viewer = viewerOf(who, call)
    const after = fromCursor(input.cursor, ['boolean', 'string', 'number'])
    const position = after && {
      elsewhere: after[0] as boolean,
      startsAt: moment(after[1] as string),
      id: after[2] as number,
    }
    const here = await hereOf(sql, who, input.areaCode)
    const filter = { ...input, me: viewer.me, here, onlyHere: input.onlyHere ?? false }
    const records = await queries.selectList(sql, filter, position, pageSize + 1)
    const page = toPage(records, (r) => [r.elsewhere, r.startsAt.toISOString(), r.activityId])
    const rows = await toRows(sql, page.rows, viewer)
    return { ...page, rows: rows.map((row, i) => ({ ...row, here: !page.rows[i]?.elsewhere })) }
  },

  async calendar(sql, who, input) {
    return {
      days: [...(await queries.selectCalendar(sql, input.month, await hereOf(sql, who, input.areaCode), input.kind))],
    }
  },

  detail: (sql, who, input, call) => readDetail(sql, input.activityId, viewerOf(who, call)),

  async mine(sql, who, input, call) {
    const viewer = viewerOf(who, call)
    const after = fromCursor(input.cursor, ['string', 'number'])
    const position = after && { startsAt: moment(after[0] as string), id: after[1] as number }
    const pairs = await pairUp(
      sql,
      await queries.selectMine(sql, viewer.me, input.when, position, pageSize + 1),
      viewer,
    )
    return toPage(pairs, ({ activity, signUp }) => [activity.startsAt.toISOString(), signUp.signUpId])
  },

  async today(sql, who, _input, call) {
    const viewer = viewerOf(who, call)
    const approver = who.grants.some((g) => g.role === 'communityAdmin')
    const [signUpTasks, activityTasks, here] = await Promise.all([
      queries.selectSignUpTasks(sql, viewer.me),
      queries.selectActivityTasks(sql, viewer.me, approver),
      queries.selectHome(sql, viewer.me),
    ])
    const [pairs, records, thisWeekNearby] = await Promise.all([
      pairUp(sql, signUpTasks, viewer),
      queries.selectActivitiesByIds(
        sql,
        viewer.me,
        activityTasks.map((t) => t.activityId),
      ),
      queries.countThisWeek(sql, here),
    ])
    const rows = await toRows(sql, records, viewer)
    return {
      tasks: [
        ...pairs.map((pair, i) => ({ kind: kindOf(signUpTasks[i]), ...pair, dueAt: signUpTasks[i]?.dueAt ?? null })),
        ...activityTasks.flatMap(({ kind, activityId, dueAt }) => {
          const row = rows.find((r) => r.activityId === activityId)
          return row ? [{ kind, activity: row, signUp: null, dueAt }] : []
        }),
      ],
      thisWeekNearby,
    }
  },

  async alternatives(sql, who, input, call) {
    const viewer = viewerOf(who, call)
    return { rows: await toRows(sql, await queries.selectAlternatives(sql, viewer.me, input.activityId, 3), viewer) }
  },

  async ratings(sql, who, input) {
    const me = who?.personId ?? 0
    const { activityId } = found(await selectOptionalActivity(sql, me, input.activityId))
    const [rows, summary, mine] = await Promise.all([
      ratingQueries.selectComments(sql, activityId, idAfter(input.cursor), pageSize + 1),
      ratingQueries.selectSummary(sql, activityId),
      ratingQueries.selectOptionalMine(sql, activityId, me),
    ])
    return { ...toPage(rows, (row) => [row.ratingId]), summary, mine: mine ?? null }
  },

  async photo(sql, who, input) {
    const me = who?.personId ?? 0
    const photo = found(await queries.selectOptionalPhoto(sql, me, input.photoId))
    found(await selectOptionalActivity(sql, me, photo.activityId))
    const extension = photo.mimeType === 'image/png' ? 'png' : 'jpg'
    return {
      fileName: `${input.photoId}.${extension}`,
      mimeType: photo.mimeType,
      base64: photo.bytes.toString('base64'),
    }
  },

  async calendarFile(sql, who, input) {
    const record = found(await selectOptionalActivity(sql, who?.personId ?? 0, input.activityId))
    const text = calendarFile(record)
    return {
      fileName: `${record.title}.ics`,
      mimeType: 'text/calendar',
      base64: Buffer.from(text, 'utf8').toString('base64'),
    }
  },

  async poster(sql, who, input, call) {
    const record = found(await selectOptionalActivity(sql, who?.personId ?? 0, input.activityId))
    try {
      const { bytes, mimeType } = await call.services.wechat.miniProgramCode({
        scene: `a=${record.activityId}`,
        page: 'features/activity/pages/detail/index',
      })
      return {
        fileName: `${record.title}.${mimeType.split('/')[1] ?? 'png'}`,
        mimeType,
        base64: bytes.toString('base64'),
      }
    } catch (error) {
      if (error instanceof WechatError || error instanceof Unavailable) return refuse('wechatUnavailable')
      throw error
    }
  },
}

/** One activity with everything a page needs; throws NotFound when the viewer may not see it. */
export async function readDetail(sql: Sql, activityId: number, viewer: Viewer) {
  const record = found(await selectOptionalActivity(sql, viewer.me, activityId))
  const [groups, signUps, rating, photos] = await Promise.all([
    selectGroups(sql, activityId),
    selectSignUpsOn(sql, viewer.me, [activityId]),
    ratingQueries.selectSummary(sql, activityId),
    queries.selectPhotos(sql, viewer.me, activityId),
  ])
  return {
    ...record,
    ...toRow(record, signUps, viewer),
    groups: [...groups],
    mySignUps: signUps.map((s) => toSignUpView(record, s, 'self', viewer)),
    rating,
    photos: photos.filter((photo) => !photo.cover),
    cover: photos.find((photo) => photo.cover) ?? null,
    sentBackReason: record.manages ? record.sentBackReason : null,
    inviteCode: record.manages ? record.inviteCode : null,
  }
}

/** Joins sign-ups with their activities, in the order given. */
async function pairUp(sql: Sql, keys: readonly { signUpId: number; activityId: number }[], viewer: Viewer) {
  if (keys.length === 0) return []
  const [records, signUps] = await Promise.all([
    queries.selectActivitiesByIds(
      sql,
      viewer.me,
      keys.map((k) => k.activityId),
    ),
    queries.selectSignUpsByIds(
      sql,
      keys.map((k) => k.signUpId),
    ),
  ])
  return keys.map(({ signUpId, activityId }) => {
    const record = found(records.find((r) => r.activityId === activityId)) as ActivityRecord
    const signUp = found(signUps.find((s) => s.signUpId === signUpId))
    return { activity: toRow(record, [signUp], viewer), signUp: toSignUpView(record, signUp, 'self', viewer) }
  })
}

async function hereOf(sql: Sql, who: Caller | null, areaCode: string | undefined): Promise<string> {
  return areaCode ?? (who ? queries.selectHome(sql, who.personId) : '')
}

function moment(iso: string): string {
  if (Number.isNaN(Date.parse(iso))) throw new NotFound()
  return iso
}

const kindOf = (task: { kind: 'answerPromotion' | 'attend' | 'waiting' | 'rate' } | undefined) => task?.kind ?? 'attend'
