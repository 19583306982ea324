/** An input as it comes over the wire, moments and all. */
export const wireOf = (input: object): object => JSON.parse(JSON.stringify(input, dateToWire)) as object

/** Moments as the wire has them; `this` holds the value before Date.toJSON made it a text. */
function dateToWire(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key]
  return raw instanceof Date ? { __type: 'Date', iso: raw.toISOString() } : value
}
