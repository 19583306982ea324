import type { TestCloud, TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { aHousehold, aHub, type Hub, member } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

/** A hub in which somebody is there at any hour, and a grid worker who knows the households. */

const allWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, untilMinute: 1440 }))
const consentOn = '2026-01-05'

export interface HubPlace {
  gridWorker: TestPerson
  hub: Hub
  /** Another one, farther away. */
  other: Hub
}

export async function openHubs(cloud: TestCloud): Promise<HubPlace> {
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const gridWorker = await somebody(cloud, ['gridWorker', liuqiao])
  const hub = await aHub(
    { cloud, admin },
    {
      name: '周建国家',
      place: '小广场东边一带',
      hours: allWeek,
      consentOn,
      languages: ['jiahu'],
      specialties: ['mediation', 'medical'],
    },
  )
  const more = { name: '罗家中心户', place: '菜场对面', lat: 30.519, hours: allWeek, consentOn }
  const other = await aHub({ cloud, admin }, more)
  return { gridWorker, hub, other }
}

/** A household near the first hub, and a code that lets somebody in. */
export async function homeAndCode(cloud: TestCloud, { gridWorker, hub }: HubPlace): Promise<string> {
  const { householdId, hubId } = await aHousehold({ cloud, gridWorker }, { lat: 30.512, lng: 120.51 })
  // Other stories have hubs as near.
  const [row] = await cloud.sql<{ version: number }[]>`select version from households where id = ${householdId}`
  if (hubId !== hub.hubId)
    await cloud.ask(gridWorker, 'hub.linkHousehold', { householdId, version: row?.version ?? 0, hubId: hub.hubId })
  return (await cloud.ask(gridWorker, 'hub.inviteToHousehold', { householdId })).code
}

/** For the visit to every page: 刘敏 has a hub, asked it, was answered and handed on. */
export async function contactOf(cloud: TestCloud, liu: TestPerson): Promise<{ contact: number; hub: number }> {
  const place = await openHubs(cloud)
  await cloud.ask(liu, 'hub.joinByCode', { code: await homeAndCode(cloud, place) })
  // Somebody else of another household asks, too.
  const { householdId } = await aHousehold({ cloud, gridWorker: place.gridWorker })
  await cloud.ask(await member({ cloud, gridWorker: place.gridWorker }, householdId), 'hub.askHub', {
    kind: 'ask',
    words: '楼道灯坏了',
  })
  const { contactId } = await cloud.ask(liu, 'hub.askHub', {
    kind: 'policy',
    words: '妈妈装了假牙，医保能报多少？',
    callBack: true,
  })
  const { host } = place.hub
  const { version } = await cloud.ask(host, 'hub.contact', { contactId })
  await cloud.ask(host, 'hub.stepContact', { contactId, version, step: 'sort', words: '我问问医保窗口。' })
  const now = await cloud.ask(host, 'hub.contact', { contactId })
  await cloud.ask(host, 'hub.handOnContact', {
    contactId,
    version: now.version,
    to: 'helpRequest',
    words: '请志愿者陪您妈妈去一趟医院。',
  })
  return { contact: contactId, hub: place.other.hubId }
}
