/** The middle of some numbers. */
export const median = (numbers: readonly number[]): number => share(numbers, 0.5)

/** The number below which a share of them lies. */
export const share = (numbers: readonly number[], of: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * of)] ?? 0

export const round = (number: number, digits = 1): number => Number(number.toFixed(digits))

/** Runs an act, and gives its answer with the milliseconds on the clock and on the processor (helper threads of the garbage collector included). */
export function clock<T>(act: () => T): { answer: T; wall: number; cpu: number } {
  const began = performance.now()
  const before = process.cpuUsage()
  const answer = act()
  const { user, system } = process.cpuUsage(before)
  return { answer, wall: performance.now() - began, cpu: (user + system) / 1000 }
}
