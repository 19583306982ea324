import { type Keys, open } from '../platform/crypto'
import type { Sql } from '../platform/database'

/**
 * Everything held about a person (PIPL art. 45). Every table that points at people is named here; a test compares the list with
 * the database's foreign keys, so that a new table cannot be forgotten.
 */
const held: Readonly<Record<string, string>> = {
  people: 'id = $1',
  family_members: 'helper_id = $1 or person_id = $1',
  role_grants: 'person_id = $1 or member_id = member_of($1)',
  privacy_consents: 'person_id = $1',
  sessions: 'person_id = $1',
  desk_passwords: 'person_id = $1',
  notices: 'person_id = $1',
  message_acceptances: 'person_id = $1',
  activity_series: 'created_by = $1',
  activities: 'created_by = $1',
  sign_ups: 'person_id = $1 or signed_up_by = $1',
  check_ins: 'sign_up_id in (select id from sign_ups where person_id = $1 or signed_up_by = $1)',
  service_records: 'person_id = $1',
  service_statements: 'person_id = $1',
  activity_ratings: 'person_id = $1',
  activity_photos: 'added_by = $1',
  service_items: 'draft_changed_by = $1',
  service_item_versions: 'published_by = $1',
  applications: 'applicant_id = $1 or made_by = $1',
  application_events: 'person_id = $1 or application_id in (select id from applications where applicant_id = $1)',
  application_documents:
    'verdict_by = $1 or application_id in (select id from applications where applicant_id = $1 or made_by = $1)',
  correction_notices: 'by = $1 or application_id in (select id from applications where applicant_id = $1)',
  application_reviews: 'given_by = $1',
  staff_absences: 'person_id = $1 or cover_id = $1',
  application_helpers: 'helper_id = $1 or application_id in (select id from applications where applicant_id = $1)',
  visit_exceptions: 'by = $1 or application_id in (select id from applications where applicant_id = $1)',
  appointments: 'booked_by = $1 or application_id in (select id from applications where applicant_id = $1)',
  application_messages: 'person_id = $1 or application_id in (select id from applications where applicant_id = $1)',
  application_ratings: 'application_id in (select id from applications where applicant_id = $1)',
  rating_call_backs: 'owner_id = $1',
  application_appeals: 'answered_by = $1 or application_id in (select id from applications where applicant_id = $1)',
  media_checks: 'person_id = $1',
  feedback: 'person_id = $1',
  files: 'owner_id = $1',
  matching_weights: 'changed_by = $1',
  volunteers: 'person_id = $1',
  volunteer_skills: 'person_id = $1',
  volunteer_dialects: 'person_id = $1',
  availability_weekly: 'person_id = $1',
  availability_exceptions: 'person_id = $1',
  person_blocks: 'by_id = $1',
  acquaintances: 'person_id = $1',
  help_requests: 'requester_id = $1 or made_by = $1',
  help_request_events: 'person_id = $1 or request_id in (select id from help_requests where requester_id = $1)',
  offers: 'person_id = $1',
  assignments: 'person_id = $1',
  help_messages: 'from_id = $1',
  mediation_sides: 'person_id = $1',
  mediation_invitations: 'created_by = $1',
  mediation_records: 'written_by = $1 or request_id in (select request_id from mediation_sides where person_id = $1)',
  mediation_confirmations: 'person_id = $1',
  enterprises: 'contact_id = $1 or verified_by = $1',
  openings: 'created_by = $1 or decided_by = $1',
  job_seekers: 'person_id = $1',
  job_seeker_skills: 'person_id = $1',
  job_seeker_dialects: 'person_id = $1',
  job_seeker_weekly: 'person_id = $1',
  job_proposals: 'seeker_id = $1',
  job_messages: 'from_id = $1',
  teams: 'leader_id = $1 or created_by = $1',
  team_members: 'person_id = $1',
  duty_shifts: 'person_id = $1',
  duty_calls: 'person_id = $1',
  hubs: 'host_id = $1 or branch_lead_id = $1',
  hub_deputies: 'person_id = $1',
  households: 'id in (select household_id from household_members where person_id = $1 and left_at is null)',
  linked_households:
    'household_id in (select household_id from household_members where person_id = $1 and left_at is null)',
  household_members: 'person_id = $1',
  household_invitations: 'made_by = $1 or used_by = $1',
  join_requests: 'person_id = $1',
  hub_absences: 'person_id = $1',
  contacts: 'person_id = $1',
  contact_events: 'person_id = $1 or contact_id in (select id from contacts where person_id = $1)',
  contact_messages: 'from_id = $1 or contact_id in (select id from contacts where person_id = $1)',
  contact_hand_ons: 'handed_by = $1 or contact_id in (select id from contacts where person_id = $1)',
  contact_number_consents: 'person_id = $1',
  relay_calls: 'from_id = $1',
  home_visits:
    'visitor_id = $1 or id in (select visit_id from home_visit_households where household_id in (select household_id from household_members where person_id = $1 and left_at is null))',
  visit_promises:
    'owner_id = $1 or kept_by = $1 or household_id in (select household_id from household_members where person_id = $1 and left_at is null)',
  hub_posts: 'holder_id = $1',
  branches: 'secretary_id = $1',
  party_members: 'id = member_of($1)',
  branch_members: 'member_id = member_of($1)',
  branch_meetings: 'created_by = $1',
  branch_attendances: 'member_id = member_of($1)',
  branch_meeting_files: 'added_by = $1',
  point_rules: 'made_by = $1',
  point_entries: 'member_id = member_of($1)',
  point_sums: 'member_id = member_of($1)',
  point_appeals: 'member_id = member_of($1)',
  point_statements: 'member_id = member_of($1)',
  audit_log: 'person_id = $1',
}

/** Tables covered by the export, for the test that keeps it complete. */
export const heldTables = Object.keys(held)

/** Columns that are machinery or secrets, not data about the person. */
const withheld = new Set([
  'token_hash',
  'password_hash',
  'phone_hash',
  'phone_cipher',
  'bytes',
  'xid',
  'invite_code',
  'trace_id',
  'location',
  'wrapped_key',
  'key_id',
  'sha256',
  'received_sha256',
  'address_cipher',
  'words_cipher',
  'code_nonce',
  'code_hash',
  'changed_xid',
  'door_cipher',
  'heard_cipher',
  'outcome_cipher',
  'door_hash',
  'person_cipher',
  'person_mark',
  'evidence_cipher',
  'evidence_mark',
  'content_cipher',
  'code_hash',
])

/** All rows about a person by table, with the phone number in the clear, for that person alone. */
export async function exportPerson(sql: Sql, personId: number, keys: Keys): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const [table, condition] of Object.entries(held)) {
    // Table names and conditions are the constants above; the person is a parameter.
    const rows = await sql.unsafe<Record<string, unknown>[]>(
      `select * from ${table} where ${condition} order by 1 limit 10000`,
      [personId],
    )
    all[table] = rows.map((row) => {
      const cipher = row.phone_cipher
      const shown = Object.fromEntries(Object.entries(row).filter(([column]) => !withheld.has(column)))
      return table === 'people' && cipher instanceof Uint8Array && row.id === personId
        ? { ...shown, phone: open(keys.field, Buffer.from(cipher)) }
        : shown
    })
  }
  return all
}
