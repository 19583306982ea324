import type { DutyProfession } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** Wishes to hear from whoever is on duty. Numbers are in none of these statements. */

/** The shift somebody may turn to now; undefined when it is not agreed to, not now, or one of the two wants nothing of the other. */
export async function selectOptionalLiveShift(tx: Tx, me: number, shiftId: number, now: Date) {
  const [row] = await tx<{ personId: number; areaCode: string; placeName: string }[]>`
    select s.person_id as "personId", s.area_code as "areaCode", s.place_name as "placeName"
      from duty_shifts s
     where s.id = ${shiftId} and s.cancelled_at is null and s.agreed_at is not null and s.span @> ${now}::timestamptz
       and not exists (select from person_blocks b where (b.by_id, b.other_id) in ((s.person_id, ${me}), (${me}, s.person_id)))`
  return row
}

/** Who calls, locked: two calls of one person are counted one after the other. */
export async function lockCaller(tx: Tx, me: number): Promise<string> {
  const [row] = await tx<{ nickname: string }[]>`select nickname from people where id = ${me} for no key update`
  return row?.nickname ?? ''
}

export async function countCallsSince(tx: Tx, me: number, since: Date): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from duty_calls where person_id = ${me} and at > ${since}`
  return row?.n ?? 0
}

export async function insertCall(tx: Tx, shiftId: number, me: number, words: string, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into duty_calls (shift_id, person_id, words, at) values (${shiftId}, ${me}, ${words}, ${now}) returning id`
  return row?.id ?? 0
}

/** Who turned to me while I was on duty, the newest first. */
export async function selectCalls(sql: Sql, me: number, before: number | undefined, limit: number) {
  return sql<
    {
      callId: number
      fromName: string
      words: string
      placeName: string
      at: Date
      answer: string | null
      answeredAt: Date | null
    }[]
  >`
    select c.id as "callId", p.nickname as "fromName", c.words, s.place_name as "placeName", c.at, c.answer, c.answered_at as "answeredAt"
      from duty_shifts s join duty_calls c on c.shift_id = s.id join people p on p.id = c.person_id
     where s.person_id = ${me} ${before === undefined ? sql`` : sql`and c.id < ${before}`}
     order by c.id desc limit ${limit}`
}

/** Locks a call that reached me; undefined for everybody else. */
export async function lockCall(tx: Tx, me: number, callId: number) {
  const [row] = await tx<
    {
      fromId: number
      shiftId: number
      areaCode: string
      placeName: string
      surname: string
      profession: DutyProfession
      answered: boolean
    }[]
  >`
    select c.person_id as "fromId", s.id as "shiftId", s.area_code as "areaCode", s.place_name as "placeName", s.surname, s.profession,
           c.answer is not null as answered
      from duty_calls c join duty_shifts s on s.id = c.shift_id
     where c.id = ${callId} and s.person_id = ${me} for no key update of c`
  return row
}

export async function setAnswer(tx: Tx, callId: number, words: string, now: Date): Promise<void> {
  await tx`update duty_calls set answer = ${words}, answered_at = ${now} where id = ${callId}`
}
