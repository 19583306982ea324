export interface TrendProps {
  /** What is measured, in words. */
  label: string
  /** One value a month, 0 to 1; null where there was nothing to measure. */
  points: readonly { month: string; value: number | null }[]
}

/** 96%, or a dash where nothing was measured. */
export const percent = (value: number | null): string => (value === null ? '—' : `${Math.round(value * 100)}%`)
/** 11 of 2026-11. */
export const monthOf = (month: string): string => `${Number(month.slice(5, 7))}月`
