import { files } from '../../types/files'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { operations } from './operations'

export { createFileKeeper } from './keeper'

/** files.*: pictures and documents people hand in. */
export const serveFiles = (deps: ServeDeps): Endpoints => serve('files', files, operations, deps)
