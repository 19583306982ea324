import type { DemoPerson } from './people'

/** Staff of the other townships and of the county's departments: they work on cases, and nobody signs in as them. */
export const demoStaff: readonly Omit<DemoPerson, 'role'>[] = [
  worker('demo-clerk-yunling', '何文斌', '990101002001', 'clerk', '990101002'),
  worker('demo-approver-yunling', '罗雪梅', '990101002001', 'approver', '990101002'),
  worker('demo-clerk-luwan', '郭红霞', '990101003001', 'clerk', '990101003'),
  worker('demo-approver-luwan', '梁志明', '990101003001', 'approver', '990101003'),
  worker('demo-grid-yunling', '程永福', '990101002001', 'gridWorker', '990101002001001'),
  worker('demo-grid-luwan', '吕阿珍', '990101003001', 'gridWorker', '990101003001001'),
  worker('demo-departments', '沈建平', '990101001003', 'approver', '990101'),
]

function worker(
  openid: string,
  nickname: string,
  community: string,
  role: 'clerk' | 'approver' | 'gridWorker',
  areaCode: string,
) {
  return { openid, nickname, community, grants: [{ role, areaCode }] }
}
