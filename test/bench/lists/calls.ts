import { catalogueAndDeskCalls } from './desk-calls'
import type { ListCall } from './list-call'
import { residentCalls } from './resident-calls'

/** Every operation of the contract that gives a page. */
export const listCalls: readonly ListCall[] = [...residentCalls, ...catalogueAndDeskCalls]
