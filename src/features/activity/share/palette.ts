import type { ActivityKind } from '../../../../types/activity'

/** Colours of a landscape: pale ones of its own for each kind, as the drawings of the pages have. */
export interface Palette {
  sky: string
  sun: string
  hill: string
  ground: string
  line: string
}

// A canvas knows no CSS variables. These are the colours of components/scene, which are not those of the interface.
export const palettes: Readonly<Record<ActivityKind, Palette>> = {
  tea: { sky: '#F6E6D6', sun: '#FBF0E4', hill: '#EBD4BE', ground: '#DEC0A4', line: '#8B6A50' },
  song: { sky: '#F3E3E1', sun: '#F9EEEC', hill: '#E6C9C4', ground: '#D9B2AB', line: '#8A5450' },
  flower: { sky: '#E9EEDD', sun: '#FBF7EE', hill: '#CFDBB9', ground: '#BBCBA0', line: '#73805A' },
  photo: { sky: '#E2EBF0', sun: '#F7EBCF', hill: '#C7D8E0', ground: '#AFC5D0', line: '#4F6B7A' },
  reading: { sky: '#EFE8DA', sun: '#F8F2E6', hill: '#DACBB0', ground: '#C9B692', line: '#7C6848' },
  service: { sky: '#F6E4D5', sun: '#FDF6EF', hill: '#E9CBB0', ground: '#DDB48F', line: '#A5644C' },
  culture: { sky: '#F5E2DC', sun: '#FBF1EC', hill: '#E5C3B8', ground: '#D8A99B', line: '#A8554A' },
  other: { sky: '#ECEAE4', sun: '#FBF8F1', hill: '#DAD4C6', ground: '#C9C1AF', line: '#7F7360' },
}

/** Of the interface, the same as in theme.scss: --ink, --ink-2, --card, --sand, --line, --brand. */
export const inks = {
  ink: '#211C18',
  second: '#5A524B',
  paper: '#FFFFFF',
  sand: '#F2EDE5',
  hairline: '#EAE4DC',
  brand: '#C8102E',
} as const
