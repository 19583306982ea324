import type { Place } from './projection'

/** An area with a name, drawn as a light ring round its middle. */
export interface Region extends Place {
  key: string
  name: string
}

/** Something that stands somewhere. */
export interface Mark extends Place {
  key: string
  /** What a screen reader says. */
  label: string
  /** Circles can be chosen; squares only show where somebody is. */
  shape: 'circle' | 'square'
  /** In a circle: its number. Beside a square: a name, when it matters now. */
  words?: string
  /** A red plus on a circle; a pale square. */
  look?: 'lacking' | 'pale'
}

/** A line between two marks. */
export interface Link {
  from: string
  to: string
  dotted: boolean
}

export interface PlaceMapProps {
  label: string
  regions: readonly Region[]
  marks: readonly Mark[]
  links: readonly Link[]
  chosen: string | undefined
  /** Words of the tools and of several circles that stand too close to be told apart. */
  words: { closer: string; farther: string; all: string; several: (n: number) => string }
  onChoose: (key: string) => void
}
