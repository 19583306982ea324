import type { HubPart } from '../../../../types/hub'
import { fullDay, shortDay } from '../../../platform/dates'
import type { Household, MyHubs } from '../shapes'
import { reasonNames, wording } from '../wording'

/** Words of a host's own households and days away. */
export const mineWording = {
  title: wording.host.mine,
  lead: (n: number, room: number) => `联系着 ${n} 户，最多 ${room} 户`,
  parts: { host: '您是户长', deputy: '您是代理人', branchLead: '您是支部联系人' } satisfies Record<HubPart, string>,
  paused: '暂停中，先不收新住户',
  noHub: '您现在不管中心户。',
  goHome: '回首页',
  empty: '还没有住户。社区登记以后，会按远近分给您。',
  list: '住户',
  privacy: '这里不写门牌、电话和姓名。上门、回话要用的时候点开看，看一次记一次。',
  about: ({ areaName, people }: Household) => `${areaName} · ${people} 口人`,
  note: ({ reason, members, since }: Household) =>
    [
      reasonNames[reason],
      members > 0 ? `${members} 人用手机加入了` : '还没人用手机加入',
      since ? `${shortDay(since)}起` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  sheet: '这一户',
  invite: {
    title: '请他们用手机加入',
    note: '给一个邀请码，家里人在「我的中心户」里填上，就能直接找您。一个码用一次。',
    button: '要一个邀请码',
    code: '邀请码',
    until: (at: Date) => `${fullDay(at)} 前用掉`,
    copy: '复制',
  },
  writeVisit: '写走访这一户',
}

export const absenceWording = {
  title: wording.host.absence,
  lead: '您不在的日子，来问的事当天就转给别人，居民不用等您回来。',
  who: {
    title: '您不在，谁来回',
    deputies: (names: readonly string[]) => `先转给代理人${names.join('、')}`,
    none: '您没有代理人，来问的事会直接转给党支部和社区。请社区给您配一位。',
    deputy: '您是代理人，您不在就转给下一位代理人，再到党支部。',
    lead: '您是支部联系人，您不在就转给社区。',
  },
  away: '说好不在的日子',
  span: (from: string, until: string) => (from === until ? dayWords(from) : `${dayWords(from)} 到 ${dayWords(until)}`),
  now: '正不在家',
  coming: '还没到',
  end: '我回来了',
  cancel: '不出门了',
  endSure: '取消以后，新来问的事又归您回。已经转走的不转回来。',
  ended: '好，又归您回了',
  add: '加几天',
  from: '从哪天起',
  until: '到哪天（算在内）',
  pick: '选日子',
  wrong: '结束比开始早',
  needed: '选一天',
  submit: '这几天我不在',
  saved: '记下了，这几天来问的事会转走',
}

const dayWords = (day: string) => fullDay(new Date(`${day}T12:00:00+08:00`))

/** Whoever answers while I am away, hub by hub. */
export function coverWords({ hubs }: MyHubs): string[] {
  const { who } = absenceWording
  return hubs.map(({ name, part, deputies }) => {
    const words =
      part === 'host'
        ? deputies.length > 0
          ? who.deputies(deputies)
          : who.none
        : part === 'deputy'
          ? who.deputy
          : who.lead
    return hubs.length > 1 ? `${name}：${words}` : words
  })
}
