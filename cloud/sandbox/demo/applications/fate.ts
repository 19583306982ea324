import type { Days } from './days'
import type { Script } from './play'
import type { Wants, Way } from './ways'

/** What becomes of a case: how many there are of its kind, what it asks of the item, its steps in working days back from today. */
export interface Fate {
  name: string
  count: number
  wants: Wants | ((nth: number) => Wants)
  play(p: Script, d: Days, nth: number, way: Way): void
  /** Only where a grid worker other than the clerk lives near. */
  helped?: true
}
