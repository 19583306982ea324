/**
 * A property's run that does nothing once the time (ms) is over: as many as fit are tried, the first always. fast-check's own limit (`interruptAfterTimeLimit`) returns while a run is
 * still under way, which then meets a database that the test has swept or closed.
 */
export function whileInTime<A extends unknown[]>(
  ms: number,
  run: (...inputs: A) => Promise<void>,
): (...inputs: A) => Promise<void> {
  let until: number | undefined
  return async (...inputs) => {
    until ??= Date.now() + ms
    if (Date.now() <= until) await run(...inputs)
  }
}
