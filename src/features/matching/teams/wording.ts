import type { TeamKind } from '../../../../types/volunteer'

/** Words of the teams of an area, as staff look after them. */
export const teamsWording = {
  title: '团队',
  add: '建一个团队',
  empty: '还没有团队。',
  led: (leader: string, members: number) => `${leader}带队 · ${members} 人`,
  handOver: '换人带队',
  handedOver: '换好了，告诉两位了',
  close: '解散',
  closeTitle: (name: string) => `解散「${name}」`,
  closeWhy: '为什么解散',
  closeHint: '比如：并到柳桥帮帮团',
  closed: '解散了，告诉队员了',
  fields: {
    kind: '哪一类',
    name: '叫什么',
    area: '哪个社区',
    leader: '谁带队',
    leaderNote: '要是这一带通过审核的志愿者。',
    home: '哪里的老乡',
    homeHint: '打地名或拼音首字母，到县就好',
    about: '做什么',
  },
  save: '建好',
  saved: '建好了，告诉带队的人了',
  missing: { kind: '选一类', name: '至少写 2 个字', area: '选一个社区', leader: '找一位', home: '选一个地方' },
  change: '换成这位',
}

export const teamKindNames: Record<TeamKind, string> = {
  hometown: '老乡帮帮团',
  mediation: '街面劝架服务团',
  work: '就业扶助团队',
  guard: '家园卫士',
  policy: '理论导读队',
  free: '别的',
}
