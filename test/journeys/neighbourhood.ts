import type { Browser } from 'playwright-core'
import { demoPeople, mountDemoPeople } from '../../cloud/sandbox/demo/people'
import { launchChromium } from '../browser/chromium'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import type { Holder, Phone } from './phone'
import { Organiser } from './steps/organiser'
import { Resident } from './steps/resident'
import { Staff } from './steps/staff'

/** People of 柳桥社区, their phones, and the cloud between them. */
export interface Neighbourhood {
  cloud: TestCloud
  /** 刘敏, who approves in the community, by way of the API. */
  admin: TestPerson
  resident(name: string): Promise<Resident>
  organiser(name: string): Promise<Organiser>
  staff(name: string): Promise<Staff>
  stop(): Promise<void>
}

type Driver = (browser: Browser, url: string, holder: Holder) => Promise<Phone>

/** A cloud that serves the app in `folder`, a browser, and phones by `driver`. */
export async function startNeighbourhood(folder: string, driver: Driver): Promise<Neighbourhood> {
  const cloud = await startTestCloud({}, { h5Dir: folder, mount: mountDemoPeople })
  for (const { openid, nickname } of demoPeople) {
    const person = await cloud.signIn(openid, { community: liuqiao, consent: nickname === '刘敏' })
    await cloud.ask(person, 'people.updateMe', { nickname })
  }
  const admin = await cloud.signIn('demo-liu')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  const browser = await launchChromium()

  const phoneOf = (name: string): Promise<Phone> => {
    const person = demoPeople.find(({ nickname }) => nickname === name)
    if (!person) throw new Error(`nobody is called ${name}`)
    return driver(browser, cloud.url, { openid: person.openid, name })
  }
  return {
    cloud,
    admin,
    resident: async (name) => new Resident(await phoneOf(name)),
    organiser: async (name) => new Organiser(await phoneOf(name)),
    staff: async (name) => new Staff(await phoneOf(name)),
    async stop() {
      await browser.close()
      await cloud.stop()
    },
  }
}
