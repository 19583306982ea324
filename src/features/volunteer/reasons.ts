import type { MatchReason } from '../../../types/volunteer'

/** A reason as a bold word and the rest of the sentence. */
export interface Said {
  key: string
  strong: string
  rest: string
}

/** Names of what the reasons hold as codes. */
export interface Names {
  skill: (code: string) => string
  dialect: (code: string) => string
}

type HomeLevel = Extract<MatchReason, { kind: 'home' }>['level']

const homes: Record<HomeLevel, string> = {
  village: '同村',
  township: '同镇',
  county: '同乡',
  city: '半个老乡',
  province: '半个老乡',
}
const levels: Record<number, string> = { 1: '会', 2: '熟练', 3: '很在行' }
/** Who wants to read it: the one who is helped, or the volunteer who is asked. */
export type Reader = 'requester' | 'volunteer'

interface Facts {
  homeAreaName: string | null
  mustDialect: boolean
  mustHome: boolean
}

/** Reasons in words, in the order of what counts to a person. How often somebody answers is nobody's business. */
export function sayReasons(
  reasons: readonly MatchReason[],
  names: Names,
  reader: Reader,
  { homeAreaName, mustDialect, mustHome }: Facts = { homeAreaName: null, mustDialect: false, mustHome: false },
): Said[] {
  const toMe = reader === 'requester'
  const one = (reason: MatchReason): Said[] => {
    const said = (strong: string, rest: string): Said[] => [{ key: reason.kind, strong, rest }]
    switch (reason.kind) {
      case 'home':
        return said(homes[reason.level], homeRest(reason.level, homeAreaName) + (toMe && mustHome ? must : ''))
      case 'dialect': {
        const spoken = reason.dialects.map(names.dialect).join('、')
        return said(`会说${spoken}`, toMe && mustDialect ? must : toMe ? '，跟您说得上话' : '，能跟人家说上话')
      }
      case 'near':
        return reason.walkMinutes < 1
          ? said('住得近', toMe ? '，就在您家旁边' : '，就在您旁边')
          : said('住得近', toMe ? `，走到您家 ${reason.walkMinutes} 分钟` : `，走过去 ${reason.walkMinutes} 分钟`)
      case 'skill':
        return said(`${levels[reason.level] ?? '会'}${reason.level > 1 ? '：' : ''}${names.skill(reason.skill)}`, '')
      case 'rested':
        return said(
          reason.served === 0 ? '最近没接过别的忙' : `最近帮过 ${reason.served} 次`,
          toMe ? '，这次忙得过来' : '，这次想请您去',
        )
      case 'servedWell':
        return said('以前帮过', toMe ? '，您说帮得好' : '，人家说您帮得好')
      case 'sameSex':
        return said('合您的要求', toMe ? '，您说过希望谁来' : '，人家说过希望谁来')
      case 'answers':
        return []
    }
  }
  return reasons.flatMap(one)
}

const must = '，您说这条一定要'

function homeRest(level: HomeLevel, homeAreaName: string | null): string {
  if (level === 'province') return '，老家在一个省'
  if (level === 'city') return '，老家在一个市'
  return homeAreaName ? `，老家都在${homeAreaName}` : '，老家在一个地方'
}
