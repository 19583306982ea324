import { deskCalls } from './desk-calls'
import type { ListCall } from './list-call'
import { organiseCalls } from './organise-calls'
import { residentCalls } from './resident-calls'
import { superviseCalls } from './supervise-calls'

/** Every operation of the contract that gives a page. */
export const listCalls: readonly ListCall[] = [...residentCalls, ...organiseCalls, ...deskCalls, ...superviseCalls]
