import type { RequestOf } from '../../types/operation'
import type { volunteer } from '../../types/volunteer'
import { grantRole, type TestCloud, type TestPerson } from '../cloud'
import { liuqiao } from './areas'

type Profile = Omit<RequestOf<(typeof volunteer)['saveProfile']>, 'requestId'>

/** What somebody says of himself who wants to help; tests state what matters. */
export const profileOf = (more: Partial<Profile> = {}): Profile => ({
  name: '吴秀英',
  areaCode: liuqiao,
  ageBand: 50,
  lat: 30.512,
  lng: 120.512,
  radiusMetres: 2000,
  weeklyMinutes: 240,
  skills: [{ skill: 'errand', level: 2 }],
  dialects: [],
  weekly: [{ weekday: 2, fromMinute: 9 * 60, untilMinute: 12 * 60 }],
  ...more,
})

let people = 0
/** Somebody new who signed in, with a session that knows the roles given. */
export async function somebody(cloud: TestCloud, ...grants: [role: string, areaCode: string][]): Promise<TestPerson> {
  const openid = `somebody-${people++}`
  const person = await cloud.signIn(openid)
  for (const [role, areaCode] of grants) await grantRole(cloud, person.personId, role, areaCode)
  return grants.length > 0 ? cloud.signIn(openid, { consent: false }) : person
}

/** Somebody who applied to be a volunteer. */
export async function applicant(cloud: TestCloud, more: Partial<Profile> = {}): Promise<TestPerson> {
  const person = await somebody(cloud)
  await cloud.ask(person, 'volunteer.saveProfile', profileOf(more))
  return person
}

/** A volunteer whom `admin` took in; the session knows it. */
export async function approved(cloud: TestCloud, admin: TestPerson, more: Partial<Profile> = {}): Promise<TestPerson> {
  const person = await applicant(cloud, more)
  await cloud.ask(admin, 'volunteer.decideVolunteer', { personId: person.personId, approve: true })
  return cloud.signIn(person.openid, { consent: false })
}

/** An offer that waits for an answer, and the request it is for, as the database holds them. */
export async function offerTo(cloud: TestCloud, personId: number, from: Date, hours = 1) {
  const until = new Date(from.getTime() + hours * 3_600_000)
  const [row] = await cloud.sql<{ requestId: number; offerId: number }[]>`
    with asker as (
      insert into people (nickname) values ('李奶奶') returning id
    ), request as (
      insert into help_requests (kind, urgency, status, requester_id, requester_name, made_by, area_code, lat, lng, minutes, risky, owner_id, due_at)
      select 'errand', 'planned', 'offered', id, '李奶奶', id, ${liuqiao}, 30.512, 120.512, 60, false, id, ${until} from asker
      returning id, requester_id
    ), history as (
      insert into help_request_events (request_id, seq, at, kind, from_status, to_status, actor, person_id)
      select id, 1, now(), 'offer', 'open', 'offered', 'system', null from request
    ), offered as (
      insert into offers (request_id, person_id, span, score, reasons, sent_at, answer_by)
      select id, ${personId}, tstzrange(${from}, ${until}), 1, '[]', now(), ${from} from request returning id, request_id
    )
    select request_id as "requestId", id as "offerId" from offered`
  if (!row) throw new Error('no offer')
  return row
}

/** The task that comes of an offer when it is accepted. */
export async function taskOf(cloud: TestCloud, offerId: number): Promise<void> {
  await cloud.sql`update offers set status = 'accepted', answered_at = now() where id = ${offerId}`
  await cloud.sql`
    insert into assignments (request_id, people, place_no, offer_id, person_id, span, accepted_at)
    select request_id, 1, 1, id, person_id, span, now() from offers where id = ${offerId}`
}
