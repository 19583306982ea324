import fs from 'node:fs'
import path from 'node:path'

/** One server per DATA_DIR: a second one says so instead of fighting over the database. Released when the process ends, however it ends. */
export function lockDataDir(dataDir: string): void {
  fs.mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'server.pid')
  const holder = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0
  if (holder && holder !== process.pid && lives(holder)) {
    throw new Error(
      `Another server (process ${holder}) is using ${dataDir}. Stop it first, or set another DATA_DIR and PORT.`,
    )
  }
  fs.writeFileSync(file, String(process.pid))
  process.on('exit', () => fs.rmSync(file, { force: true }))
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  // After a power cut the number may belong to something else.
  return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('cloud')
}
