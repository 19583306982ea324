import type * as v from 'valibot'
import type { HelpDetail, helpRow } from '../../../types/volunteer'
import { type Keys, open } from '../../platform/crypto'
import type { Sql } from '../../platform/database'
import { selectWindows } from '../ask/queries'
import { homeAreaName } from '../profile/home-areas'
import { selectCounts } from '../seek/queries'
import * as queries from './queries'
import { actionsOfRequester } from './rules'

/** Rows as the contract gives them out. */

export const rowOf = ({ from, until, ended: _, ...row }: queries.HelpRow): v.InferOutput<typeof helpRow> => ({
  ...row,
  span: { from, until },
})

/** One request for the requester's side; the caller has made sure that it may be seen. */
export async function readDetail(
  sql: Sql,
  me: number,
  helpRequestId: number,
  keys: Keys,
  now: Date,
): Promise<HelpDetail | undefined> {
  const [row, windows, coming, counts, events, messages] = await Promise.all([
    queries.selectDetail(sql, me, helpRequestId),
    selectWindows(sql, helpRequestId),
    queries.selectComing(sql, helpRequestId),
    selectCounts(sql, helpRequestId),
    queries.selectEvents(sql, helpRequestId),
    queries.selectMessages(sql, me, helpRequestId, false),
  ])
  if (!row) return undefined
  const {
    addressCipher,
    homeAreaCode,
    wishDialect,
    wishHome,
    wishSex,
    unmetReason,
    unmetPlaces,
    areaCode: _,
    ...rest
  } = row
  return {
    ...rest,
    ...rowOf(row),
    windows,
    address: addressCipher ? open(keys.field, addressCipher) : null,
    wishes: { dialect: wishDialect, homeCounty: wishHome, sameSex: wishSex },
    homeAreaName: homeAreaCode === null ? null : homeAreaName(homeAreaCode),
    asked: counts.sent,
    answerBy: counts.answerBy,
    comingPeople: coming.map(({ personId: __, homeAreaCode: home, from, until, ...one }) => ({
      ...one,
      span: { from, until },
      homeAreaName: home === null ? null : homeAreaName(home),
    })),
    unmet:
      unmetReason !== null || unmetPlaces !== null
        ? { reason: unmetReason ?? 'nobodyAble', places: unmetPlaces && withMoments(unmetPlaces) }
        : null,
    events,
    messages,
    allowedActions: actionsOfRequester({
      status: row.status,
      automatic: row.automatic,
      coming,
      windowsAhead: windows.some((one) => one.from > now),
    }),
  }
}

/** Moments come out of a JSON column as text. */
export const withMoments = (places: NonNullable<queries.Detail['unmetPlaces']>) => ({
  ...places,
  otherTimes: places.otherTimes.map((one) => ({ ...one, from: new Date(one.from), until: new Date(one.until) })),
})
