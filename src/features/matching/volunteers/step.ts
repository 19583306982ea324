import type { Refusal } from '../shapes'

/** Does something, says what came of it, and shows what is so now. Whether it was done. */
export type Step = (
  work: () => Promise<{ ok: true; value: unknown } | { ok: false; refusal: Refusal }>,
  done: string,
) => Promise<boolean>
