import { execFile } from 'node:child_process'
import path from 'node:path'
import { type Address, addressUrl } from '../../cloud/platform/database'

export interface Said {
  code: number
  out: string
  errors: string
}

const root = path.join(__dirname, '..', '..')

/** Runs a command of the operator's console as the operator does, against a database, under a SECRET_KEY. */
export function runConsole(args: readonly string[], address: Address, secret: string): Promise<Said> {
  const settings = { DATABASE_URL: addressUrl(address), SECRET_KEY: secret, NODE_ENV: '', LOG_LEVEL: 'silent' }
  const env = { ...process.env, ...settings }
  return new Promise((resolve) =>
    execFile(process.execPath, ['--import', 'tsx', 'cloud/cli.ts', ...args], { cwd: root, env }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code) : 0, out, errors }),
    ),
  )
}
