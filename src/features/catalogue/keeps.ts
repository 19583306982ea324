import type { Me } from '../../platform/session'

/** Whether somebody keeps the county's catalogue; others who see it may look only. The cloud decides; this shows the right buttons. */
export const keepsCounty = (me: Me | null | undefined): boolean =>
  me?.grants.some((grant) => grant.role === 'communityAdmin' && grant.areaCode.length === 6) ?? false
