import { contract } from '../../types'
import type { AnyOperation } from '../../types/operation'

/** Every operation of the contract, for tests that leave none out. */

export interface Described extends Omit<AnyOperation, 'input'> {
  /** `<capability>.<verb>`. */
  readonly name: string
  readonly entries: Readonly<Record<string, Schema>>
}

/** As much of a valibot schema as tests look at. */
export interface Schema {
  readonly kind: 'schema'
  readonly type: string
}

export const operations: readonly Described[] = Object.entries(contract).flatMap(([capability, verbs]) =>
  Object.entries(verbs as unknown as Record<string, AnyOperation & { input: { entries: Described['entries'] } }>).map(
    ([verb, { input, ...operation }]) => ({ ...operation, name: `${capability}.${verb}`, entries: input.entries }),
  ),
)
