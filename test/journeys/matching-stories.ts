import { always, helpOf } from '../factories/help'
import { approved } from '../factories/volunteers'
import type { Neighbourhood } from './neighbourhood'

/** What staff do at the matching desk. */
export function tellMatchingStories(place: () => Neighbourhood): void {
  it('staff read whom the system asked and why, see what another choice costs, and ask somebody else with a reason', async () => {
    const { cloud, admin, staff } = place()
    const skills = [{ skill: 'writing', level: 2 as const }]
    const chen = await approved(cloud, admin, { name: '陈国华', weekly: always, skills })
    const luo = await approved(cloud, admin, { name: '罗小梅', weekly: always, skills, lat: 30.522 })
    const li = await cloud.signIn('demo-li', { consent: false })
    const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    const { helpRequestId } = await cloud.ask(
      li,
      'volunteer.ask',
      helpOf(
        { now: () => new Date() },
        {
          kind: 'paperwork',
          words: '社保卡的表看不懂。',
          windows: [{ from: new Date(`${day}T10:00:00+08:00`), until: new Date(`${day}T11:00:00+08:00`) }],
        },
      ),
    )
    const offers = async (who: typeof chen) => (await cloud.ask(who, 'volunteer.myOffers', {})).rows
    expect(await offers(chen)).toMatchObject([{ helpRequestId }])

    const liu = await staff('刘敏')
    await liu.signsIn()
    await liu.opensTheRequest('填表写信')
    await liu.sees('系统先问了陈国华')
    await liu.sees('社保卡的表看不懂。')
    await liu.picksInstead('罗小梅')
    await liu.sees('帮到的人一样多')
    await liu.sees('总分少')
    await liu.choosesBecause('罗小梅', '两家认识，点名要')
    await liu.sees('刘敏请了罗小梅')
    expect(await offers(chen)).toEqual([])
    expect(await offers(luo)).toMatchObject([{ helpRequestId, why: '两家认识，点名要' }])
  })
}
