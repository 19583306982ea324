import path from 'node:path'
import type { Browser } from 'playwright-core'
import { sweepApplications } from '../../cloud/application/jobs'
import { demoPeople } from '../../cloud/sandbox/demo/people'
import { jobs } from '../../cloud/server'
import { launchChromium } from '../browser/chromium'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { type Office, openOffice } from '../factories/applications'
import { liuqiao } from '../factories/areas'
import { profileOf } from '../factories/volunteers'
import type { Holder, Phone } from './phone'
import { Applicant } from './steps/applicant'
import { Clerk } from './steps/clerk'
import { DeskWorker } from './steps/desk-worker'
import { Householder } from './steps/householder'
import { HubKeeper } from './steps/hub-keeper'
import { Neighbour } from './steps/neighbour'
import { Organiser } from './steps/organiser'
import { Resident } from './steps/resident'
import { Staff } from './steps/staff'

/** People of 柳桥社区, their phones, and the cloud between them. */
export interface Neighbourhood {
  cloud: TestCloud
  /** 刘敏, who approves in the community, by way of the API. */
  admin: TestPerson
  /** Who works in the offices of 柳桥街道. */
  office: Office
  /** Whoever works at the windows: on the pages of the desk, each on their own phone. */
  clerk: Clerk
  /** Somebody who applies for a service. */
  applicant(name: string, more?: Partial<Holder>): Promise<Applicant>
  /** Lets time pass in the cloud until `moment`, with what it does by the clock; after the story it is today again. */
  waitUntil(moment: Date): Promise<void>
  resident(name: string, more?: Partial<Holder>): Promise<Resident>
  /** Somebody who asks neighbours for help, or helps. */
  neighbour(name: string, more?: Partial<Holder>): Promise<Neighbour>
  /** Somebody who lives next to a hub. */
  householder(name: string, more?: Partial<Holder>): Promise<Householder>
  /** Somebody who answers for a hub. */
  hubKeeper(name: string, more?: Partial<Holder>): Promise<HubKeeper>
  /** A neighbour who is taken in as a volunteer with one skill, by way of the API. */
  volunteer(name: string, more: VolunteerProfileInput): Promise<Neighbour>
  /** Does what the cloud has queued for a request for help: looks for the next who could come. */
  seeks(helpRequestId: number): Promise<void>
  /** Runs one of the server's jobs as the queue would. */
  runs(name: string, payload?: object): Promise<void>
  organiser(name: string): Promise<Organiser>
  staff(name: string, more?: Partial<Holder>): Promise<Staff>
  /** Puts all phones away. Throws what went wrong on any of them without anybody noticing. */
  endOfStory(): Promise<void>
  stop(): Promise<void>
}

type VolunteerProfileInput = Parameters<typeof profileOf>[0]

function openidOf(name: string): string {
  const person = demoPeople.find(({ nickname }) => nickname === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person.openid
}

type Driver = (browser: Browser, url: string, holder: Holder) => Promise<Phone>

/** Who has agreed to the privacy guide already; the others are asked in their stories. */
const consented = ['刘敏', '李奶奶', '周正']

/** A cloud that serves the app in `folder`, a browser, and phones by `driver`. */
export async function startNeighbourhood(folder: string, driver: Driver): Promise<Neighbourhood> {
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const cloud = await startTestCloud({}, { h5Dir: folder, demo: true, now })
  for (const { openid, nickname } of demoPeople) {
    const person = await cloud.signIn(openid, { community: liuqiao, consent: consented.includes(nickname) })
    await cloud.ask(person, 'people.updateMe', { nickname })
  }
  const admin = await cloud.signIn('demo-liu')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  const office = await openOffice(cloud, { clerk: 'demo-sun', colleague: 'demo-qian', approver: 'demo-zhao' })
  const browser = await launchChromium()
  let phones: { name: string; phone: Phone }[] = []

  let phonesEver = 0
  const sessionOf = async (openid: string) => {
    const { personId, token } = await cloud.signIn(openid, { consent: false })
    const user = { objectId: String(personId), _id: String(personId), _sessionToken: token, className: '_User' }
    return { key: `AV/${cloud.settings.leancloud.appId}/currentUser`, user }
  }
  const phoneOf = async (name: string, more: Partial<Holder> = {}): Promise<Phone> => {
    const openid = openidOf(name)
    // The first phone of all signs in on the page, as do those on which the app was never started; on the others the holder has done so before.
    const session = phonesEver++ > 0 && !more.firstStart ? () => sessionOf(openid) : undefined
    const phone = await driver(browser, cloud.url, { openid, name, ...(session ? { session } : {}), ...more })
    phones.push({ name, phone })
    return phone
  }
  /** Whoever works at the windows has one phone for the whole story, and is signed in on it. */
  const desks = new Map<string, Promise<DeskWorker>>()
  const deskOf = (name: string): Promise<DeskWorker> => {
    const known = desks.get(name)
    if (known) return known
    const opened = phoneOf(name).then(async (phone) => {
      const worker = new DeskWorker(phone)
      await worker.signsIn()
      return worker
    })
    desks.set(name, opened)
    return opened
  }
  const runs = async (name: string, payload: object = {}) => {
    const job = jobs.find((one) => one.name === name)
    if (!job) throw new Error(`no job ${name}`)
    await job.run({ sql: cloud.sql, services: cloud.server.services, now }, payload)
  }
  return {
    cloud,
    admin,
    office,
    clerk: new Clerk(cloud, office, deskOf),
    applicant: async (name, more) => new Applicant(await phoneOf(name, more)),
    async waitUntil(moment) {
      aheadMs = moment.getTime() - Date.now()
      await sweepApplications({ sql: cloud.sql, services: cloud.server.services, now })
    },
    resident: async (name, more) => new Resident(await phoneOf(name, more)),
    neighbour: async (name, more) => new Neighbour(await phoneOf(name, more)),
    householder: async (name, more) => new Householder(await phoneOf(name, more), openidOf(name)),
    hubKeeper: async (name, more) => new HubKeeper(await phoneOf(name, more)),
    async volunteer(name, more) {
      const person = await cloud.signIn(openidOf(name))
      await cloud.ask(person, 'volunteer.saveProfile', profileOf({ name, ...more }))
      await cloud.ask(admin, 'volunteer.decideVolunteer', { personId: person.personId, approve: true })
      return new Neighbour(await phoneOf(name))
    },
    seeks: (helpRequestId) => runs('seekHelp', { helpRequestId }),
    runs,
    organiser: async (name) => new Organiser(await phoneOf(name)),
    staff: async (name, more) => new Staff(await phoneOf(name, more)),
    async endOfStory() {
      const problems = phones.flatMap(({ name, phone }) => phone.problems.map((problem) => `${name}: ${problem}`))
      for (const [n, { name, phone }] of phones.entries()) {
        // What was on the screens last, for whoever looks into a failure.
        const folder = process.env.JOURNEY_PICTURES
        if (folder) await phone.page.screenshot({ path: path.join(folder, `${n}-${name}-${Date.now()}.png`) })
        await phone.close()
      }
      phones = []
      desks.clear()
      aheadMs = 0
      if (problems.length > 0) throw new Error(`errors that nobody caught:\n${problems.join('\n')}`)
    },
    async stop() {
      await browser.close()
      await cloud.stop()
    },
  }
}
