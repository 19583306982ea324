/** Says what is going on: a line when a step takes longer than a second, and how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now()
  const timer = setTimeout(() => console.log(`  ${name} …`), 1000)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    const seconds = (Date.now() - started) / 1000
    if (seconds > 1) console.log(`  ${name}: ${seconds.toFixed(1)} s`)
  }
}
