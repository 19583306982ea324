import type { MatchReason } from '../../../types/volunteer'
import { levelNames, rideMinutes } from './wording'

const homes: Record<Extract<MatchReason, { kind: 'home' }>['level'], string> = {
  village: '同村',
  township: '同镇',
  county: '同乡',
  city: '老家在一个市',
  province: '老家在一个省',
}

/** One reason in words; undefined: it says nothing about work. */
function sayOne(reason: MatchReason, skillName: (code: string) => string, dialectName: (code: string) => string) {
  switch (reason.kind) {
    case 'near':
      return `离得近，骑车 ${rideMinutes(reason.metres)} 分钟`
    case 'skill':
      return `${levelNames[reason.level] ?? '会'}：${skillName(reason.skill)}`
    case 'dialect':
      return `会说${reason.dialects.map(dialectName).join('、')}`
    case 'home':
      return homes[reason.level]
    case 'sameSex':
    case 'rested':
    case 'answers':
    case 'servedWell':
      return undefined
  }
}

/** Why a work fits, in words: how often somebody helped or answered has nothing to do with work. */
export const sayReasons = (
  reasons: readonly MatchReason[],
  skillName: (code: string) => string,
  dialectName: (code: string) => string,
): string[] => reasons.flatMap((one) => sayOne(one, skillName, dialectName) ?? [])
