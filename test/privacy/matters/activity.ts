import { draftOf, moveTo, publish } from '../../factories/activities'
import { picture } from '../../factories/applications'
import { liuqiao } from '../../factories/areas'
import { somebody } from '../../factories/volunteers'
import { photo } from '../../files/pictures'
import { marks } from '../marks'
import { after, hour, type Matter, type Scene } from '../scene'

/** An activity to come, one that is over with a photo and a rating, two that wait to be approved; feedback and a photo of hers. */
export async function activityMatter({ cloud, admin, resident }: Scene): Promise<Matter> {
  const activityId = await publish(cloud, admin)
  const { signUpId } = await cloud.ask(resident, 'activity.signUp', { activityId, party: 1 })
  const over = await publish(cloud, admin)
  const came = await cloud.ask(resident, 'activity.signUp', { activityId: over, party: 1 })
  await moveTo(cloud, over, new Date(Date.now() - 5 * hour))
  await cloud.sql`update sign_ups set status = 'checkedIn', checked_in_at = starts_at where id = ${came.signUpId}`
  await cloud.ask(resident, 'activity.rate', { activityId: over, stars: 4, comment: marks.commentWords })
  const base64 = (await photo()).toString('base64')
  const { photoId } = await cloud.ask(admin, 'activity.addPhoto', { activityId: over, base64 })
  const organiser = await somebody(cloud, ['organiser', liuqiao])
  const submitted = async () => {
    const pending = { activityId: (await cloud.ask(organiser, 'activity.draft', draftOf())).activityId }
    await cloud.ask(organiser, 'activity.submit', pending)
    return pending
  }
  const [approved, sentBack, takenBack] = [await submitted(), await submitted(), await submitted()]
  const written = await cloud.ask(organiser, 'activity.draft', draftOf())
  const choosing = await publish(cloud, admin, { needsApproval: true })
  const wish = await cloud.ask(resident, 'activity.signUp', { activityId: choosing, party: 1 })
  const said = { kind: 'complaint', about: 'activity', anonymous: false, words: marks.feedbackWords } as const
  const { feedbackId } = await cloud.ask(resident, 'feedback.send', said)
  const second = await cloud.ask(resident, 'feedback.send', said)
  const [grant] = await cloud.sql<{ id: number }[]>`
    select id from role_grants where person_id = ${organiser.personId} and role = 'organiser'`
  const entry = { entryId: '6b8b4567-327b-4c66-8b45-67327b23c665', by: { type: 'list', signUpId }, action: 'in' }
  const ended = { activityId: over }
  return {
    readers: { organiser },
    real: { activityId, signUpId, photoId, feedbackId, fileId: await picture(cloud, resident) },
    given: {
      'activity.signUp': { activityId: choosing, party: 1 },
      'activity.submit': { activityId: written.activityId },
      'activity.approve': approved,
      'activity.sendBack': sentBack,
      'activity.takeBack': takenBack,
      'activity.rate': { ...ended, stars: 4 },
      'activity.ratings': ended,
      'activity.addPhoto': { ...ended, base64 },
      'activity.decideSignUp': { signUpId: wish.signUpId },
      'activity.syncCheckIns': { entries: [{ ...entry, at: after(0) }] },
      'feedback.takeOver': { feedbackId: second.feedbackId },
      'people.revokeRole': { grantId: grant?.id },
    },
    also: { 'activity.detail': [ended], 'activity.roster': [ended] },
  }
}
