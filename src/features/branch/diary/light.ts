import type { LightKind } from '../../../components/light'
import type { VisitRow } from '../shapes'

/** How the promises of a visit stand, in one light. */
export function visitLight({ promises, broken, open }: VisitRow): { kind: LightKind; words: string } {
  if (broken > 0) return { kind: 'late', words: `${broken} 件过了日子` }
  if (open > 0) return { kind: 'soon', words: `${open} 件要办` }
  return { kind: 'go', words: `${promises} 件都办好了` }
}
