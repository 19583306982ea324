import type { TestCloud, TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { aHousehold, aHub } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

/** What the clock does about households, for the test of the log. */
export function hubWorks(cloud: () => TestCloud, admin: () => TestPerson) {
  const staff = async () => ({
    cloud: cloud(),
    admin: admin(),
    gridWorker: await somebody(cloud(), ['gridWorker', liuqiao]),
  })
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
  }
}
