import { liuqiao } from '../../factories/areas'
import { approved, somebody } from '../../factories/volunteers'
import { employer, openingOf, openOpening, profileOf } from '../../factories/works'
import { marks } from '../marks'
import { type Matter, named, onDay, type Scene } from '../scene'

/** An opening, somebody who is interested in it and somebody who was only proposed it, and a team that follows up. */
export async function workMatter({ cloud, admin }: Scene): Promise<Matter> {
  const { boss, enterpriseId } = await employer(cloud, admin)
  await named(cloud, boss, marks.employerName, marks.employerPhone)
  const now = new Date()
  const seeker = await named(cloud, await somebody(cloud), marks.seekerName, marks.seekerPhone)
  const wish = { name: marks.seekerName, wishes: marks.seekerWishes }
  await cloud.ask(seeker, 'volunteer.saveWorkProfile', profileOf(now, wish))
  const { openingId } = await openOpening(cloud, admin, { opening: { people: 3 }, boss: { boss, enterpriseId } })
  const [proposal] = (await cloud.ask(seeker, 'volunteer.myWorkProposals', {})).rows
  const proposalId = proposal?.proposalId as number
  await cloud.ask(seeker, 'volunteer.answerWorkProposal', { proposalId, interested: true })
  await cloud.ask(seeker, 'volunteer.sayAboutWork', { proposalId, words: marks.workWords })
  // She was proposed another opening too, and has not said yes to its employer.
  const second = await openOpening(cloud, admin, {
    opening: { shifts: [{ weekday: 2, fromMinute: 540, untilMinute: 720 }] },
  })
  const unanswered = (await cloud.ask(seeker, 'volunteer.myWorkProposals', {})).rows.find(
    (row) => row.openingId === second.openingId,
  )
  const worker = await approved(cloud, admin, { name: '帮就业' })
  await cloud.ask(admin, 'volunteer.createTeam', {
    kind: 'work',
    name: '就业扶助团队',
    areaCode: liuqiao,
    leaderId: worker.personId,
  })
  const draft = await cloud.ask(boss, 'volunteer.saveOpening', {
    enterpriseId,
    title: '仓库理货',
    areaCode: liuqiao,
    people: 1,
    pay: '面议',
    untilOn: onDay(20),
  })
  const third = await openOpening(cloud, admin, { opening: { skills: [{ skill: 'driving', level: 1 }] } })
  const aFirm = { name: '待核的厂', areaCode: liuqiao }
  const unverified = await cloud.ask(boss, 'volunteer.saveEnterprise', aFirm)
  const waiting = await cloud.ask(boss, 'volunteer.saveOpening', { enterpriseId, ...openingOf(now) })
  await cloud.ask(boss, 'volunteer.submitOpening', { openingId: waiting.openingId })
  const ownDraft = { openingId: draft.openingId }
  return {
    readers: { theSeeker: seeker, theEmployer: boss, anotherEmployer: second.boss, workTeam: worker },
    real: { enterpriseId, openingId, proposalId },
    given: {
      'volunteer.answerWorkProposal': { proposalId: unanswered?.proposalId ?? proposalId },
      'volunteer.saveOpening': {
        ...ownDraft,
        title: '仓库理货员',
        untilOn: onDay(21),
        shifts: [],
        payFrom: 1,
        payUntil: 2,
      },
      'volunteer.submitOpening': ownDraft,
      'volunteer.decideOpening': { openingId: waiting.openingId },
      'volunteer.verifyEnterprise': unverified,
      'volunteer.showInterest': { openingId: third.openingId },
      'volunteer.sayAboutWork': { words: '明天来看看' },
      'volunteer.saveWorkProfile': profileOf(now),
      'volunteer.stepWorkProposal': { step: 'contacted' },
      'volunteer.saveEnterprise': { name: '隔壁小厂', areaCode: liuqiao },
    },
    also: { 'volunteer.workProposal': [{ proposalId: unanswered?.proposalId ?? proposalId }] },
  }
}
