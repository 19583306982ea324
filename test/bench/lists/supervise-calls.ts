import { administrators, type ListCall, staff } from './list-call'

type ById = Record<'applicationId' | 'feedbackId' | 'grantId' | 'exceptionId' | 'callBackId' | 'appealId', number>

const county = "select id as me from people where openid in ('county-approver', 'supervisor', 'county-admin-990101')"
const supervisor = "select id as me from people where openid = 'supervisor'"

/** What supervisors and administrators go through. */
export const superviseCalls: readonly ListCall[] = [
  ...(['county', 'township'] as const).map(
    (where): ListCall => ({
      name: `overdue, ${where}`,
      operation: 'application.overdue',
      askers: where === 'county' ? county : staff('approver-'),
      input: () => ({}),
      id: (row: ById) => row.applicationId,
      holds:
        "select a.id from applications a where a.deadline_at < now() and has_role($1, '{supervisor,communityAdmin,approver}', a.area_code) order by a.deadline_at, a.id",
      long: true,
    }),
  ),
  {
    name: 'second visits, county',
    operation: 'application.exceptions',
    askers: supervisor,
    input: () => ({}),
    id: (row: ById) => row.exceptionId,
    holds:
      "select x.id from visit_exceptions x join applications a on a.id = x.application_id where has_role($1, '{supervisor}', a.area_code) order by x.id desc",
    long: true,
  },
  ...[true, false].flatMap((isOpen): ListCall[] =>
    (
      [
        ['county', supervisor],
        ['township', staff('approver-')],
      ] as const
    ).map(([where, askers]) => ({
      name: `call-backs ${isOpen ? 'to make' : 'made'}, ${where}`,
      operation: 'application.callBacks',
      askers,
      input: () => ({ open: isOpen }),
      id: (row: ById) => row.callBackId,
      holds: `select b.id from rating_call_backs b join applications a on a.id = b.application_id where (b.done_at is null) = ${isOpen}
        and (b.owner_id = $1 or (has_role($1, '{supervisor,communityAdmin,approver}', a.area_code) and a.decided_by is distinct from $1 and a.owner_id is distinct from $1)) order by b.id`,
      long: !isOpen,
    })),
  ),
  {
    name: 'appeals, county',
    operation: 'application.appeals',
    askers: supervisor,
    input: () => ({}),
    id: (row: ById) => row.appealId,
    holds:
      "select p.id from application_appeals p join applications a on a.id = p.application_id where p.answered_at is null and has_role($1, '{supervisor}', a.area_code) order by p.id",
    long: true,
  },
  ...(['open', 'answered'] as const).flatMap((state): ListCall[] =>
    (
      [
        ['community', staff('admin-')],
        ['county', "select id as me from people where openid in ('supervisor', 'county-admin-990101')"],
      ] as const
    ).map(([where, askers]) => ({
      name: `feedback ${state}, ${where}`,
      operation: 'feedback.desk',
      askers,
      input: () => ({ state }),
      id: (row: ById) => row.feedbackId,
      holds: `select f.id from feedback f where f.withdrawn_at is null and (f.answered_at is null) = ${state === 'open'} and has_role($1, '{communityAdmin,supervisor}', f.area_code)
          and (f.owner_id = $1 or has_role($1, '{communityAdmin,supervisor}', case when f.about = 'people' then left(f.area_code, 9) else f.area_code end))
          order by ${state === 'open' ? 'f.answer_by, f.id' : 'f.id desc'}`,
      long: state === 'answered' || where === 'county',
    })),
  ),
  ...(['community', 'county'] as const).map(
    (where): ListCall => ({
      name: `grants, ${where}`,
      operation: 'people.grants',
      askers: where === 'county' ? administrators : staff('admin-'),
      input: () => ({}),
      id: (row: ById) => row.grantId,
      holds: "select id from role_grants g where has_role($1, '{communityAdmin,supervisor}', g.area_code) order by id",
      long: where === 'county',
    }),
  ),
]
