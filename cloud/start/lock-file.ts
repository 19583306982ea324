import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const lookAgainMs = 200

/**
 * Runs `work` while no other process on this machine that names the same file does; the file holds the id of the process at work. What a
 * killed process left behind is taken over.
 */
export async function oneAtATime<T>(file: string, work: () => Promise<T>): Promise<T> {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) await sleep(lookAgainMs)
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  // A link appears with its content, so that nobody ever reads half a number.
  const own = `${file}.${process.pid}`
  fs.writeFileSync(own, String(process.pid))
  try {
    fs.linkSync(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(own)
  }
  const holder = readHolder(file)
  if (holder !== undefined && !lives(Number(holder))) removeIfStill(file, holder)
  return false
}

function readHolder(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined // given back meanwhile
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes the file of a dead process. Of several that saw it, one moves it away; should that be a newer one already, it goes back. */
function removeIfStill(file: string, holder: string): void {
  const aside = `${file}.${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch {
    return
  }
  if (fs.readFileSync(aside, 'utf8') !== holder) fs.linkSync(aside, file)
  fs.rmSync(aside)
}
