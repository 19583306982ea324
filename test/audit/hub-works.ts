import { dayOf } from '../../cloud/deadlines/day'
import type { TestCloud, TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { aBranch, aMember } from '../factories/branches'
import { aHousehold, aHub } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

/** What the clock does about households, for the test of the log. */
export function hubWorks(cloud: () => TestCloud, admin: () => TestPerson) {
  const staff = async () => ({
    cloud: cloud(),
    admin: admin(),
    gridWorker: await somebody(cloud(), ['gridWorker', liuqiao]),
  })
  const asked = async (here: Awaited<ReturnType<typeof staff>>) => {
    const { hubId, host } = await aHub(here)
    const li = await somebody(cloud())
    const { contactId } = await cloud().ask(li, 'hub.askHub', { hubId, kind: 'ask', words: '有人吗' })
    return { host, li, contactId }
  }
  let phones = 13900139000
  const called = async ({ host, li, contactId }: Awaited<ReturnType<typeof asked>>) => {
    for (const who of [host, li]) await cloud().ask(who, 'people.bindPhone', { code: `phone:${++phones}:relay` })
    await cloud().ask(li, 'hub.askCallBack', { contactId })
    return cloud().ask(host, 'hub.callInContact', { contactId })
  }
  return {
    assignOrphans: {
      async arrange() {
        const here = await staff()
        await aHousehold(here)
        await aHub(here)
        return {}
      },
      leaves: ['hub.assignOrphans'],
    },
    sweepContacts: {
      async arrange() {
        await asked(await staff())
        return { at: new Date(Date.now() + 25 * 3_600_000) }
      },
      leaves: ['hub.sweepContacts'],
    },
    sweepPromises: {
      async arrange() {
        const here = await staff()
        const { host } = await aHub(here)
        const { householdId } = await aHousehold(here)
        const today = dayOf(new Date())
        await cloud().ask(host, 'hub.writeVisit', {
          visitedOn: today,
          householdIds: [householdId],
          heard: '灯坏了',
          promises: [{ householdId, words: '换灯', dueOn: today }],
        })
        return { at: new Date(Date.now() + 25 * 3_600_000) }
      },
      leaves: ['hub.sweepPromises'],
    },
    sweepAppeals: {
      async arrange() {
        const branch = await aBranch(await staff())
        const luo = await aMember(cloud(), branch, '罗大姐')
        const given = { personId: luo.personId, code: 'wentFirst', words: '防汛值守' }
        const { entryId } = await cloud().ask(branch.secretary, 'hub.givePoints', given)
        await cloud().ask(luo, 'hub.appealPoints', { entryId, words: '应当记两次' })
        return { at: new Date(Date.now() + 16 * 24 * 3_600_000) }
      },
      leaves: ['hub.sweepAppeals'],
    },
    placeRelayCall: {
      async arrange() {
        return { payload: await called(await asked(await staff())) }
      },
      leaves: ['hub.placeRelayCall'],
    },
    giveUpCalls: {
      async arrange() {
        await called(await asked(await staff()))
        return { at: new Date(Date.now() + 6 * 60_000) }
      },
      leaves: ['hub.giveUpCalls'],
    },
  }
}
