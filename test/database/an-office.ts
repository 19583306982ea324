import type { TestCloud } from '../cloud'
import { openOffice, resident, submit } from '../factories/applications'
import { township } from '../factories/areas'
import { publishItem } from '../factories/services'

/** A row in every table of 最多跑一次: through the operations where that is short, by hand where it is not. */
export async function liveWithAnOffice(cloud: TestCloud, odd: string): Promise<void> {
  const { sql } = cloud
  const office = await openOffice(cloud)
  const code = await publishItem(cloud, office.admin)
  await cloud.ask(office.admin, 'application.saveWindow', {
    areaCode: township,
    name: '一号窗',
    department: '县市场监管局',
    place: '柳桥路 1 号',
    phone: '12345',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: '17:00', capacity: 5 })),
    closedDays: ['2027-02-17'],
  })
  const wu = await resident(cloud)
  const { applicationId } = await submit(cloud, wu, code, { delivery: 'pickUp' })
  await cloud.ask(wu, 'application.say', { applicationId, words: odd.replace('\r', '') })
  const { days } = await cloud.ask(wu, 'application.slots', { applicationId })
  await cloud.ask(wu, 'application.bookVisit', { applicationId, startsAt: days[1]?.slots[0]?.startsAt as Date })
  const clerk = office.clerk.personId
  await sql`insert into application_helpers (application_id, helper_id, kind, until_at) values (${applicationId}, ${clerk}, 'family', now() + interval '1 day')`
  await sql`insert into application_letters (application_id, kind, check_code, content, issued_at) values (${applicationId}, 'receipt', 'ABCD', ${JSON.stringify({ odd })}, now())`
  await sql`insert into application_appeals (application_id, words, at, due_at) values (${applicationId}, ${odd}, now(), now())`
  await sql`insert into application_pauses (application_id, from_at, reason, why) values (${applicationId}, now(), 'test', ${odd})`
  await sql`insert into application_ratings (application_id, level, words, rated_at, changed_at) values (${applicationId}, 1, ${odd}, now(), now())`
  await sql`insert into rating_call_backs (application_id, owner_id, due_at, opened_at) values (${applicationId}, ${clerk}, now(), now())`
  await sql`insert into application_reviews (application_id, key, department) values (${applicationId}, 'fire', '县消防大队')`
  await sql`insert into correction_notices (application_id, nth, at, by, due_at) values (${applicationId}, 1, now(), ${clerk}, now())`
  await sql`insert into correction_lines (application_id, nth, key, document_round, what, how) values (${applicationId}, 1, 'plan', 1, ${odd}, ${odd})`
  await sql`insert into staff_absences (person_id, cover_id, days) values (${clerk}, ${office.colleague.personId}, '[2027-01-01,2027-01-05)')`
  await sql`insert into visit_exceptions (application_id, opens_visit, reason, apology, by) values (${applicationId}, 2, ${odd}, ${odd}, ${office.supervisor.personId})`
}
