import { client } from '../platform/client'
import { useMe, useSignedIn } from '../platform/session'
import { useAsk } from '../platform/use-ask'
import type { Task } from './task'
import { taskOfOffer, taskOfRequest, taskOfServing } from './task-of-help'

const none = { ok: true as const, value: { rows: [] } }

/** Everything of 志愿匹配 that is under way for me. Offers and tasks are asked for only for volunteers. */
export function useHelpTasks(): Task[] {
  const signedIn = useSignedIn()
  const volunteer = useMe()?.grants.some((grant) => grant.role === 'volunteer') ?? false
  const serves = signedIn && volunteer
  const requests = useAsk(
    async () => (signedIn ? await client.volunteer.myRequests({}) : none),
    `home/requests/${signedIn}`,
  )
  const offers = useAsk(async () => (serves ? await client.volunteer.myOffers({}) : none), `home/offers/${serves}`)
  const serving = useAsk(async () => (serves ? await client.volunteer.myTasks({}) : none), `home/serving/${serves}`)
  const now = new Date()
  return [
    ...(offers.asked.state === 'ready' ? offers.asked.value.rows.map((row) => taskOfOffer(row, now)) : []),
    ...(serving.asked.state === 'ready'
      ? serving.asked.value.rows.flatMap((row) => taskOfServing(row, now) ?? [])
      : []),
    ...(requests.asked.state === 'ready'
      ? requests.asked.value.rows.flatMap((row) => taskOfRequest(row, now) ?? [])
      : []),
  ]
}
