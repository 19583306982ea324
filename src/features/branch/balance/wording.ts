import type { Proposal } from '../shapes'
import { wording } from '../wording'

type Move = Proposal['moves'][number]
/** Places are known to about a hundred metres. */
const nextDoor = 50

/** Words of the proposal that moves the fewest households. */
export const balanceWording = {
  title: wording.community.balance,
  area: '调哪里',
  lead: (n: number, settled: boolean) =>
    n === 0 ? (settled ? '不用动' : '没法再调') : settled ? `动 ${n} 户就够` : `能动 ${n} 户，还不够`,
  none: '每一户都有中心户，也没有哪家超了。',
  stuck: '没有办法再调了：附近没有空位。可以再设一家中心户，或者把一家的户数改大。',
  whyNot: '附近的空位只够这些。可以再设一家中心户，或者把一家的户数改大。看过再定，现在什么都没有动。',
  why: '动的户数最少；要动的，去最近有空位的那家。看过再定，现在什么都没有动。',
  after: '动完以后',
  now: '现在',
  orphaned: (n: number) => (n === 0 ? '户户都有人管' : `还有 ${n} 户没人管`),
  overloaded: (n: number) => (n === 0 ? '没有哪家超' : `还有 ${n} 家超`),
  moves: '怎么动',
  group: (from: string, to: string, n: number) => `${from} → ${to}，${n} 户`,
  nobody: '没人管的',
  reason: (move: Move) => (move.fromHubId === null ? '原来没有中心户' : '原来那家超了'),
  household: ({ areaName, householdId, metres }: Move) =>
    `${areaName} 第 ${householdId} 号，${metres < nextDoor ? '就在旁边' : `走路 ${wording.metres(metres)}`}`,
  apply: (n: number) => `就这样动 ${n} 户`,
  applySure: (n: number) => `${n} 户马上换中心户，户长和加入的人都会收到消息。确定吗？`,
  applyWord: '就这样动',
  applied: (n: number) => `动好了，${n} 户换了中心户`,
  chooseArea: '先选调哪里。',
}

export interface Group {
  key: string
  from: string
  to: string
  moves: Move[]
}

/** Moves between the same two hubs together, those of nobody first. */
export function grouped(moves: readonly Move[]): Group[] {
  const groups = new Map<string, Group>()
  for (const move of moves) {
    const key = `${move.fromHubId}/${move.toHubId}`
    const group = groups.get(key) ?? {
      key,
      from: move.fromName ?? balanceWording.nobody,
      to: move.toName,
      moves: [],
    }
    group.moves.push(move)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => Number(b.key.startsWith('null')) - Number(a.key.startsWith('null')))
}
