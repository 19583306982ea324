/** Keys that nobody sees: made here, so that staff write words only. */

/** A key that none of the rows has: `q1`, `q2`, … */
export function freshKey(prefix: string, used: readonly string[]): string {
  for (let n = 1; ; n++) if (!used.includes(`${prefix}${n}`)) return `${prefix}${n}`
}

/** Options from lines of text; an option that keeps its words keeps its value, so that conditions go on naming it. */
export function optionsFrom<O extends { value: string; label: string }>(text: string, before: readonly O[]) {
  const labels = text.split('\n')
  const used = before.map((o) => o.value)
  return labels.map((label, at) => {
    const kept = before.find((o) => o.label === label) ?? (labels.length === before.length ? before[at] : undefined)
    if (kept) return { ...kept, label }
    const value = freshKey('o', used)
    used.push(value)
    return { value, label }
  })
}

/** Lines without the empty ones; undefined when nothing is left. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
