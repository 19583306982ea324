import { grantRole, type TestCloud, type TestPerson } from '../cloud'
import { photo } from '../files/pictures'
import { upload } from '../files/sending'
import { county, liuqiao, township } from './areas'

/** People at a window and in front of it. */
export interface Office {
  admin: TestPerson
  clerk: TestPerson
  colleague: TestPerson
  approver: TestPerson
  supervisor: TestPerson
}

/** The staff of 柳桥街道: two clerks, an approver, a supervisor of the county, and whoever keeps the catalogue. */
export async function openOffice(
  cloud: TestCloud,
  openids: Partial<Record<keyof Office, string>> = {},
): Promise<Office> {
  const hire = async (who: keyof Office, nickname: string, role: string, area: string) => {
    const openid = openids[who] ?? `office-${who}`
    // Somebody named exists, and has agreed to the privacy guide or not.
    const person = await cloud.signIn(openid, { consent: openids[who] === undefined })
    await cloud.ask(person, 'people.updateMe', { nickname })
    await grantRole(cloud, person.personId, role, area)
    return cloud.signIn(openid, { consent: false })
  }
  return {
    admin: await hire('admin', '周正', 'communityAdmin', county),
    clerk: await hire('clerk', '孙丽', 'clerk', township),
    colleague: await hire('colleague', '钱卫东', 'clerk', township),
    approver: await hire('approver', '赵明', 'approver', township),
    supervisor: await hire('supervisor', '吴督', 'supervisor', county),
  }
}

let residents = 0

/** A resident of 柳桥社区 who agreed to the privacy guide. */
export async function resident(cloud: TestCloud, nickname = '吴桂英', community = liuqiao): Promise<TestPerson> {
  const person = await cloud.signIn(`resident-${++residents}`, { community })
  await cloud.ask(person, 'people.updateMe', { nickname })
  return person
}

export interface Filled {
  answers?: Record<string, string>
  form?: Record<string, string | number | boolean>
  documents?: { key: string; fileIds: number[]; later?: boolean; reuse?: boolean }[]
  delivery?: 'electronic' | 'post' | 'pickUp'
  postTo?: string
}

/** Everything the item of `itemOf` asks for, with fresh photos. */
export async function filledIn(cloud: TestCloud, who: TestPerson, changes: Filled = {}) {
  const photos = (keys: readonly string[]) =>
    Promise.all(keys.map(async (key) => ({ key, fileIds: [await picture(cloud, who)] })))
  return {
    answers: { size: 'small', gas: 'no' },
    form: { shop: '桂英小面馆', seats: 8 },
    documents: changes.documents ?? (await photos(['health', 'plan'])),
    ...changes,
  }
}

/** Submits an application for `code` as `who`. */
export async function submit(cloud: TestCloud, who: TestPerson, code: string, changes: Filled = {}) {
  const { version } = await cloud.ask(null, 'catalogue.item', { code })
  return cloud.ask(who, 'application.submit', {
    itemCode: code,
    itemVersion: version,
    ...(await filledIn(cloud, who, changes)),
  })
}

/** A photo of a document in the store. */
export const picture = async (cloud: TestCloud, who: TestPerson): Promise<number> => upload(cloud, who, await photo())

/** Takes a submitted application to its decision, and hands the result over. */
export async function decide(
  cloud: TestCloud,
  office: Office,
  applicationId: number,
  outcome: 'approved' | 'refused' = 'approved',
): Promise<void> {
  const seen = async (who: TestPerson) => {
    const { version } = await cloud.ask(who, 'application.case', { applicationId })
    return { applicationId, version }
  }
  const { mine } = await cloud.ask(office.clerk, 'application.case', { applicationId })
  if (!mine) await cloud.ask(office.clerk, 'application.claim', await seen(office.clerk))
  await cloud.ask(office.clerk, 'application.accept', { cases: [await seen(office.clerk)] })
  await cloud.ask(office.clerk, 'application.startReview', await seen(office.clerk))
  const reason = outcome === 'refused' ? '店面在居民楼内，按规定不能开饮食店' : ''
  const { mine: owns } = await cloud.ask(office.approver, 'application.case', { applicationId })
  if (!owns) await cloud.ask(office.approver, 'application.claim', await seen(office.approver))
  const decided = await cloud.ask(office.approver, 'application.decide', {
    ...(await seen(office.approver)),
    outcome,
    reason,
  })
  if (decided.status !== 'delivered')
    await cloud.ask(office.approver, 'application.deliver', await seen(office.approver))
}
