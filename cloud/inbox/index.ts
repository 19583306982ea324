import { inbox } from '../../types/inbox'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { operations } from './operations'

/** inbox.*: notices, and the ledger of accepted WeChat messages. */
export const serveInbox = (deps: ServeDeps): Endpoints => serve('inbox', inbox, operations, deps)
