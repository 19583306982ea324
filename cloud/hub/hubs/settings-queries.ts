import type { Sql, Tx } from '../../platform/database'

/** The numbers a county may set; one row. */

export interface SettingsRow {
  mostHouseholds: number
  reachMetres: number
  invitationDays: number
  firstAnswerHours: number
  nextAnswerHours: number
  answerDays: number
  confirmDays: number
}

export async function selectSettings(sql: Sql): Promise<SettingsRow> {
  const [row] = await sql<SettingsRow[]>`
    select most_households as "mostHouseholds", reach_metres as "reachMetres", invitation_days as "invitationDays",
           first_answer_hours as "firstAnswerHours", next_answer_hours as "nextAnswerHours", answer_days as "answerDays", confirm_days as "confirmDays" from hub_settings`
  return row as SettingsRow
}

export async function updateSettings(tx: Tx, to: SettingsRow): Promise<void> {
  await tx`
    update hub_settings set most_households = ${to.mostHouseholds}, reach_metres = ${to.reachMetres}, invitation_days = ${to.invitationDays},
           first_answer_hours = ${to.firstAnswerHours}, next_answer_hours = ${to.nextAnswerHours}, answer_days = ${to.answerDays}, confirm_days = ${to.confirmDays}`
}
