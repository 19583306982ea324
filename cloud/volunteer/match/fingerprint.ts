/** FNV-1a of an id's UTF-16 code units, mixed (Fowler, Noll, Vo; finaliser of MurmurHash3, Appleby). */
export function fingerprint(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return mix(hash)
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * 0 … 1023: what decides between equal plans is the least sum of this over their pairs, so that no id is favoured everywhere. Among random weights the least
 * is almost surely one of a kind (isolation lemma, Mulmuley, Vazirani, Vazirani 1987).
 */
export const pairPrint = (request: number, volunteer: number, window: number): number =>
  mix(Math.imul(request, 0x9e3779b1) ^ volunteer ^ Math.imul(window + 1, 0x27d4eb2f)) >>> 22

/** Ids in one order everywhere, whatever the locale. */
export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
