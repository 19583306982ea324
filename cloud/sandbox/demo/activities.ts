import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { ActivityDraft } from '../../../types/activity'
import { templates } from './activity-words'
import { demoAreas, demoCommunities } from './areas'
import type { Chance } from './random'

dayjs.extend(utc)
dayjs.extend(timezone)

/** What day a template falls on; the first ones are near, so that there is always something on this week. */
export interface PlannedActivity {
  draft: ActivityDraft
  communityCode: string
}

/** Forty activities over the coming four weeks from `today` (a day in Asia/Shanghai), twice each template at another place and time. */
export function planActivities(c: Chance, now: Date): PlannedActivity[] {
  const communities = demoCommunities()
  const areas = new Map(demoAreas().map((area) => [area.code, area]))
  const today = dayjs(now).tz('Asia/Shanghai').startOf('day')
  return [...templates, ...templates].map((template, n) => {
    const { hour, minute = 0, hours, ...words } = template
    const second = n >= templates.length
    // 柳桥 hosts the first few, so that the demo people have something next door.
    const community = n < 6 ? communities[0] : communities[(n * 5 + (second ? 3 : 0)) % communities.length]
    const area = areas.get(community?.code ?? '')
    const startsAt = today
      .add(second ? 9 + ((n * 3) % 19) : 1 + ((n * 2) % 13), 'day')
      .hour(hour)
      .minute(minute)
    const code = area?.code ?? ''
    return {
      communityCode: code,
      draft: {
        ...{
          groups: [],
          questions: [],
          waitlist: true,
          join: 'everyone',
          maxParty: 1,
          needsApproval: false,
          showUpFirst: false,
          promotionAnswerMinutes: 120,
        },
        ...words,
        title: second ? `${words.title}（第二场）` : words.title,
        areaCode: code,
        address: `${area?.name.replace(/社区|村/, '')}路 ${c.between(2, 88)} 号`,
        lat: area?.lat == null ? null : area.lat + c.between(-40, 40) / 10_000,
        lng: area?.lng == null ? null : area.lng + c.between(-40, 40) / 10_000,
        startsAt: startsAt.toDate(),
        endsAt: startsAt.add(hours * 60, 'minute').toDate(),
        cancelUntil: startsAt.subtract(hour >= 18 ? 6 : 15, 'hour').toDate(),
        host: template.kind === 'service' ? '老乡帮帮团' : `${area?.name ?? ''}居委会`,
        contactName: c.pick(['刘敏', '陈建国', '孙丽', '郑阿姨']),
        contactPhone: `0573-8800${c.between(1000, 9999)}`,
      } satisfies ActivityDraft,
    }
  })
}
