import type { TestCloud, TestPerson } from '../cloud'
import { resident } from '../factories/applications'
import { liuqiao } from '../factories/areas'
import { helpOf } from '../factories/help'
import { approved } from '../factories/volunteers'
import { openOpening } from '../factories/works'

/** What the clock does about help requests, for the test of the log. The cloud has somebody who answers for 柳桥. */
export function helpWorks(cloud: () => TestCloud, admin: () => TestPerson) {
  const tomorrow = (hours: number) => new Date(Date.now() + (24 + hours) * 3_600_000)
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, untilMinute: 1440 }))
  const ask = async (more: object = {}) => {
    const li = await resident(cloud(), '李奶奶')
    const windows = [{ from: tomorrow(0), until: tomorrow(1) }]
    return cloud().ask(li, 'volunteer.ask', { ...helpOf({ now: () => new Date() }), windows, ...more })
  }
  return {
    seekHelp: {
      async arrange() {
        const { helpRequestId } = await ask()
        await approved(cloud(), admin(), { weekly, areaCode: liuqiao, radiusMetres: 5000 })
        return { payload: { helpRequestId } }
      },
      leaves: ['volunteer.seekHelp'],
    },
    sweepHelp: {
      async arrange() {
        await ask({ kind: 'paperwork' })
        return { at: tomorrow(30) }
      },
      leaves: ['volunteer.sweepHelp'],
    },
    proposeWork: {
      async arrange() {
        await openOpening(cloud(), admin())
        // Somebody who looked before the opening was there, and was not asked then.
        await cloud().sql`delete from job_proposals`
        return {}
      },
      leaves: ['volunteer.proposeWork'],
    },
    sweepWork: {
      async arrange() {
        await openOpening(cloud(), admin())
        return { at: new Date(Date.now() + 4 * 86_400_000) }
      },
      leaves: ['volunteer.sweepWork'],
    },
    rematchPool: {
      async arrange() {
        await ask({ kind: 'phone' })
        await approved(cloud(), admin(), { weekly, skills: [{ skill: 'phone', level: 1 }], radiusMetres: 5000 })
        return {}
      },
      leaves: ['volunteer.rematchPool'],
    },
  }
}
