import type { CommentState } from '../../../types/activity'
import type { Sql } from '../../platform/database'

/** What people thought of an activity. */

/** Comments everybody may see, newest first, before `before` (0: from the newest). */
export async function selectComments(sql: Sql, activityId: number, before: number, limit: number) {
  return sql<{ ratingId: number; stars: number; comment: string; createdAt: Date }[]>`
    select id as "ratingId", stars, comment, rated_at as "createdAt" from activity_ratings
     where activity_id = ${activityId} and comment_status = 'shown' and (${before} = 0 or id < ${before})
     order by id desc limit ${limit}`
}

/** All stars in numbers, those without a comment too. */
export async function selectSummary(sql: Sql, activityId: number) {
  const [row] = await sql<{ count: number; average: number | null; byStars: number[] }[]>`
    select count(*)::int as count, round(avg(stars), 1)::float8 as average,
           array(select (count(*) filter (where r.stars = n))::int
                   from generate_series(1, 5) n left join activity_ratings r on r.activity_id = ${activityId} group by n order by n) as "byStars"
      from activity_ratings where activity_id = ${activityId}`
  return row ?? { count: 0, average: null, byStars: [0, 0, 0, 0, 0] }
}

/** What the caller gave, and why staff hid its comment. */
export async function selectOptionalMine(sql: Sql, activityId: number, me: number) {
  const [row] = await sql<
    { stars: number; comment: string; commentState: CommentState; hiddenReason: string | null }[]
  >`
    select stars, comment, comment_status as "commentState", case when comment_status = 'hidden' then review_reason end as "hiddenReason"
      from activity_ratings where activity_id = ${activityId} and person_id = ${me}`
  return row
}
