import type { Page } from 'playwright-core'
import type { TestCloud, TestPerson } from '../cloud'
import { draftOf, moveTo, publish } from '../factories/activities'
import { branchOf } from './branch'
import { casesOf } from './cases'
import { helpOfAndFor } from './help'
import { contactOf } from './hub'
import type { Neighbourhood } from './neighbourhood'
import { partyOf } from './party'

/** Every page of the app, each with something on it for 刘敏 to see. */

type Mode = 'normal' | 'elder'

/** Tells that every page opens, in these modes. `inspect` says what is wrong with a page as it stands. */
export function visitEveryPage(
  place: () => Neighbourhood,
  inspect: (page: Page) => Promise<string[]>,
  modes: readonly Mode[] = ['normal', 'elder'],
): void {
  describe('every page', () => {
    let addresses: string[]
    beforeAll(async () => {
      addresses = await addressesFor(place())
      const visited = addresses.map((address) => address.slice(1).split('?')[0])
      expect(visited.sort()).toEqual((await pathsOfApp()).sort())
    })

    it.each(modes)(
      'every page opens and is as it should be in %s mode',
      async (mode) => {
        const elder = mode === 'elder'
        const liu = await place().staff('刘敏', { elder })
        await liu.signsIn()
        const wrong: string[] = []
        for (const [n, address] of addresses.entries()) {
          // Anew now and then: a browser keeps what it came from, WeChat ten pages at most.
          await (n % pagesKept === 0 ? liu.phone.open(address) : liu.phone.goOn(address))
          await liu.phone.settle()
          if (elder) await liu.phone.findHelp()
          const found = [...(await inspect(liu.phone.page)), ...(elder ? await liu.phone.smallWords() : [])]
          wrong.push(...found.map((words) => `${address} ${words}`))
        }
        expect(wrong).toEqual([])
      },
      180_000,
    )
  })
}

const pagesKept = 8

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/** The paths in app.config.ts. */
async function pathsOfApp(): Promise<string[]> {
  // What Taro's compiler puts there.
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const { pages, subPackages } = (await import('../../src/app.config')).default as unknown as AppConfig
  return [...pages, ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))]
}

const hour = 3_600_000

/** Makes what the pages show and gives the addresses that 刘敏, who is `admin`, opens them by. */
async function addressesFor({ cloud, admin, office }: Neighbourhood): Promise<string[]> {
  const neighbour = await cloud.signIn('neighbour')
  const coming = await publish(cloud, admin, {
    title: '看得清的活动',
    questions: [question],
    contactPhone: '13800001111',
  })
  await cloud.ask(neighbour, 'activity.signUp', { activityId: coming, party: 2, answers: { diet: '不吃辣' } })
  const byInvitation = await publish(cloud, admin, { title: '凭邀请的活动', join: 'invited' })
  const full = await publish(cloud, admin, { title: '满了的活动', capacity: 1 })
  await cloud.ask(neighbour, 'activity.signUp', { activityId: full, party: 1 })
  await cloud.ask(admin, 'activity.signUp', { activityId: full, party: 1 })
  const { activityId: draft } = await cloud.ask(admin, 'activity.draft', draftOf({ title: '还没写完的活动' }))
  const { activityId: proposed } = await cloud.ask(neighbour, 'activity.draft', draftOf({ title: '等审批的活动' }))
  await cloud.ask(neighbour, 'activity.submit', { activityId: proposed })
  const now = await publish(cloud, admin, { title: '正在办的活动' })
  await cloud.ask(admin, 'activity.signUp', { activityId: now, party: 1 })
  await moveTo(cloud, now, new Date(Date.now() - hour / 4))
  const over = await ended(cloud, admin, neighbour)
  await cloud.ask(admin, 'people.addFamilyMember', { name: '刘奶奶', relation: 'parent', agreed: true })

  const { feedbackId } = await cloud.ask(admin, 'feedback.send', {
    kind: 'suggestion',
    about: 'activity',
    anonymous: false,
    words: '能不能晚上也办几场？',
  })

  const cases = await casesOf(cloud, office, admin)
  const help = await helpOfAndFor(cloud, admin)
  const branch = await branchOf(cloud, admin)
  const asked = await contactOf(cloud, admin)
  const party = await partyOf(cloud, admin)

  const service = (page: string, id: number) => `features/service/pages/${page}/index?applicationId=${id}`
  const activity = (page: string, id: number) => `features/activity/pages/${page}/index?activityId=${id}`
  const plain = (folder: string, ...names: string[]) => names.map((name) => `${folder}/${name}/index`)
  return [
    ...plain('pages', 'home', 'mine', 'inbox', 'me'),
    ...plain('features/activity/pages', 'list', 'publish', 'managed', 'approvals', 'reviews'),
    ...plain('features/feedback/pages', 'list', 'send', 'desk'),
    `features/feedback/pages/detail/index?feedbackId=${feedbackId}`,
    ...plain('features/people/pages', 'sign-in', 'home-area', 'privacy', 'data', 'family', 'grants'),
    ...plain('features/service/pages', 'catalogue', 'applications', 'check-letter', 'rates'),
    ...['item', 'apply'].map((page) => `features/service/pages/${page}/index?code=${cases.itemCode}`),
    ...['application', 'applied', 'talk', 'helper'].map((page) => service(page, cases.submitted)),
    service('correct', cases.toCorrect),
    service('visit', cases.toVisit),
    ...['appeal', 'rate'].map((page) => service(page, cases.refused)),
    ...plain('features/desk/pages', 'queue', 'absences', 'visits', 'board', 'windows', 'settings'),
    ...['case', 'act'].map((page) => `features/desk/pages/${page}/index?applicationId=${cases.ofNeighbour}`),
    `features/desk/pages/window/index?windowId=${cases.windowId}`,
    ...plain(
      'features/volunteer/pages',
      'ask',
      'requests',
      'offers',
      'tasks',
      'profile',
      'why',
      'teams',
      'duty',
      'hours',
      'log-hours',
      'check-statement',
    ),
    ...plain('features/work/pages', 'openings', 'seeker', 'employer', 'follow'),
    `features/volunteer/pages/offer/index?offerId=${help.offered}`,
    `features/volunteer/pages/task/index?assignmentId=${help.promised}`,
    `features/volunteer/pages/team/index?teamId=${help.team}`,
    `features/volunteer/pages/request/index?helpRequestId=${help.requested}`,
    ...plain('features/matching/pages', 'board', 'volunteers', 'duty', 'teams', 'hours', 'weights'),
    `features/matching/pages/volunteer/index?personId=${help.volunteer}`,
    `features/matching/pages/request/index?helpRequestId=${help.requested}`,
    `features/work/pages/opening/index?openingId=${help.opening}`,
    `features/work/pages/proposal/index?proposalId=${help.proposal}`,
    ...plain('features/branch/pages', 'inbox', 'mine', 'absence', 'hubs', 'households', 'register', 'import', 'joins'),
    ...plain('features/branch/pages', 'balance', 'deadlines', 'settings'),
    ...['hub', 'hub-edit'].map((page) => `features/branch/pages/${page}/index?hubId=${branch.hubId}`),
    ...plain('features/branch/pages', 'visits', 'write-visit', 'promises', 'posts'),
    `features/branch/pages/visit/index?visitId=${branch.visitId}`,
    `features/branch/pages/post-edit/index?postId=${branch.postId}`,
    `features/branch/pages/contact/index?contactId=${branch.contactId}`,
    ...plain(
      'features/party/pages',
      'points',
      'rules',
      'appeals',
      'check-points',
      'life',
      'plan',
      'members',
      'branches',
    ),
    `features/party/pages/give-points/index?personId=${party.memberId}`,
    `features/party/pages/meeting/index?meetingId=${party.coming}`,
    `features/party/pages/record/index?meetingId=${party.begun}`,
    'features/mediation/pages/list/index',
    `features/mediation/pages/dispute/index?helpRequestId=${help.quarrel}`,
    `features/mediation/pages/invitation/index?code=${help.invitation}`,
    ...plain('features/hub/pages', 'list', 'contacts', 'join', 'household', 'posts', 'visits'),
    `features/hub/pages/card/index?hubId=${asked.hub}`,
    `features/hub/pages/contact/index?contactId=${asked.contact}`,
    ...plain('features/catalogue/pages', 'list', 'files'),
    `features/catalogue/pages/edit/index?itemId=${cases.itemId}`,
    activity('detail', coming),
    activity('sign-up', coming),
    activity('console', coming),
    activity('poster', coming),
    activity('invite', byInvitation),
    activity('result', full),
    activity('publish-preview', draft),
    activity('check-in', now),
    activity('rate', over),
    activity('ratings', over),
  ].map((address) => `/${address}`)
}

const question = { key: 'diet', label: '有忌口吗', type: 'text' as const, required: false }

/** An activity that is over, with stars, words, and words that somebody must look at. */
async function ended(cloud: TestCloud, admin: TestPerson, neighbour: TestPerson): Promise<number> {
  const activityId = await publish(cloud, admin, { title: '办完了的活动' })
  const people = [admin, neighbour]
  for (const person of people) await cloud.ask(person, 'activity.signUp', { activityId, party: 1 })
  await moveTo(cloud, activityId, new Date(Date.now() - hour / 4))
  const { codes } = await cloud.ask(admin, 'activity.checkInCodes', { activityId })
  const code = codes.find(({ validFrom }) => validFrom.getTime() + 30_000 > Date.now())?.code ?? ''
  for (const person of people) await cloud.ask(person, 'activity.checkInByCode', { activityId, code })
  await moveTo(cloud, activityId, new Date(Date.now() - 4 * hour))
  await cloud.ask(admin, 'activity.rate', { activityId, stars: 4, comment: '坐得下，听得清' })
  await cloud.ask(neighbour, 'activity.rate', { activityId, stars: 2, comment: '待审测试：说得不好听' })
  return activityId
}
