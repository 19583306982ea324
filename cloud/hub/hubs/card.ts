import type { HubCard } from '../../../types/hub'
import { dayOf } from '../../deadlines/working-days'
import type { CardRow } from './queries'
import { presenceOf } from './rules'

/** A hub as everybody sees it, at this moment. */
export const cardOf = ({ awayDays, ...row }: CardRow, now: Date): HubCard => ({
  ...row,
  ...presenceOf(row.status === 'open' ? row.hours : [], awayDays, now),
  away: awayDays.includes(dayOf(now)),
})
