import { createServer } from 'node:net'
import type { Settings } from '../platform/settings'

/** Finds out before the long part of a start whether we may listen there. Throws with a sentence for the operator when not. */
export async function checkPort({ port, host }: Pick<Settings, 'port' | 'host'>): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const probe = createServer()
      probe.once('error', reject)
      probe.listen(port, host, () => probe.close(() => resolve()))
    })
  } catch (error) {
    throw new Error(sentence(error as NodeJS.ErrnoException, port, host))
  }
}

function sentence({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
  if (code === 'EACCES') return `Port ${port} needs more rights than we have. Choose one above 1023 with PORT=…`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is not an address of this machine.`
  return `Cannot listen on ${host}:${port}: ${message}`
}
