import { grantRole, type TestCloud, type TestPerson } from '../cloud'
import { type Office, picture, resident, submit } from '../factories/applications'
import { county, township } from '../factories/areas'
import { publishItem } from '../factories/services'

/** 最多跑一次 for 刘敏: one application in each state that a page is for. */
export interface Cases {
  itemCode: string
  itemId: number
  windowId: number
  /** Waits for the first look. */
  submitted: number
  /** Has a correction notice. */
  toCorrect: number
  /** Needs the one visit. */
  toVisit: number
  /** Was refused: may be rated, and appealed against. */
  refused: number
  /** Somebody else's, for the desk. */
  ofNeighbour: number
}

/** Makes the cases of `who`; from then on they work in the office themselves, and keep the county's catalogue. */
export async function casesOf(cloud: TestCloud, office: Office, who: TestPerson): Promise<Cases> {
  // An item each: nobody applies for the same thing twice at a time.
  const [itemCode, corrected, visited, decided] = await Promise.all([
    publishItem(cloud, office.admin),
    publishItem(cloud, office.admin, { name: '夜市摊位登记' }),
    publishItem(cloud, office.admin, { name: '瓶装燃气登记' }),
    publishItem(cloud, office.admin, { name: '门头招牌备案', kind: 'onSpot', promisedLimit: 0 }),
  ])
  const { windowId } = await cloud.ask(office.admin, 'application.saveWindow', {
    areaCode: township,
    name: '柳桥便民服务中心 5 号窗',
    department: '县市场监管局',
    place: '柳桥路 1 号',
    phone: '0573-5550199',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: '11:30', capacity: 2 })),
    closedDays: [],
  })
  const [item] = await cloud.sql<{ id: number }[]>`select id from service_items where code = ${itemCode}`
  const photos = async (...keys: string[]) =>
    Promise.all(keys.map(async (key) => ({ key, fileIds: [await picture(cloud, who)] })))
  const { applicationId: submitted } = await submit(cloud, who, itemCode)
  const { applicationId: toVisit } = await submit(cloud, who, visited, {
    answers: { size: 'small', gas: 'yes' },
    documents: await photos('health', 'plan', 'fire'),
  })
  const { applicationId: ofNeighbour } = await submit(cloud, await resident(cloud), itemCode)
  const toCorrect = await told(cloud, office, (await submit(cloud, who, corrected)).applicationId)
  const refused = await refuse(cloud, office, (await submit(cloud, who, decided)).applicationId)
  await grantRole(cloud, who.personId, 'communityAdmin', county)
  await grantRole(cloud, who.personId, 'supervisor', county)
  await grantRole(cloud, who.personId, 'clerk', township)
  return { itemCode, itemId: Number(item?.id), windowId, submitted, toCorrect, toVisit, refused, ofNeighbour }
}

/** The clerk whose case it is, and the case as they see it. */
async function ownerOf(cloud: TestCloud, { clerk, colleague }: Office, applicationId: number) {
  const [row] = await cloud.sql<{ ownerId: number; version: number }[]>`
    select owner_id as "ownerId", version from applications where id = ${applicationId}`
  const owner = [clerk, colleague].find(({ personId }) => personId === Number(row?.ownerId))
  if (!owner || !row) throw new Error(`no clerk of ours has the case ${applicationId}`)
  return { owner, seen: { applicationId, version: row.version } }
}

async function told(cloud: TestCloud, office: Office, applicationId: number): Promise<number> {
  const { owner, seen } = await ownerOf(cloud, office, applicationId)
  const lines = [{ key: 'plan', what: '平面图看不清', how: '在窗边重新拍一张' }]
  await cloud.ask(owner, 'application.requestCorrection', { ...seen, lines })
  return applicationId
}

async function refuse(cloud: TestCloud, office: Office, applicationId: number): Promise<number> {
  const first = await ownerOf(cloud, office, applicationId)
  await cloud.ask(first.owner, 'application.accept', { cases: [first.seen] })
  const { owner, seen } = await ownerOf(cloud, office, applicationId)
  await cloud.ask(owner, 'application.decide', { ...seen, outcome: 'refused', reason: '招牌比门面宽' })
  return applicationId
}
