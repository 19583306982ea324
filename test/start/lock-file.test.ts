import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { oneAtATime } from '../../cloud/start/lock-file'

/** Two that start at once must not build the app into the same folder: processes of their own, one of them killed at work. */

const root = path.join(__dirname, '..', '..')
let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-lock-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A process that runs `work` with the lock, which sees `fs`, `sleep` and `folder`. */
function start(work: string): ChildProcess {
  const code = `
    const fs = require('node:fs')
    const { setTimeout: sleep } = require('node:timers/promises')
    const { oneAtATime } = require('./cloud/start/lock-file')
    const folder = ${JSON.stringify(folder)}
    oneAtATime(folder + '/lock', async () => { ${work} })`
  return spawn(process.execPath, ['--import', 'tsx', '-e', code], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
}

it('lets one process work while the others wait, and all of them in the end', async () => {
  fs.writeFileSync(path.join(folder, 'count'), '0')
  const slowly = `
    for (let n = 0; n < 5; n++) {
      const count = Number(fs.readFileSync(folder + '/count', 'utf8'))
      await sleep(5)
      fs.writeFileSync(folder + '/count', String(count + 1))
    }`
  const codes = await Promise.all([1, 2, 3, 4].map(() => once(start(slowly), 'exit')))
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0, 0])
  expect(fs.readFileSync(path.join(folder, 'count'), 'utf8')).toBe('20')
  expect(fs.readdirSync(folder)).toEqual(['count'])
})

it('takes over from a process that was killed at work', async () => {
  const killed = start(`console.log('at work'); await sleep(60_000)`)
  await once(killed.stdout as NonNullable<typeof killed.stdout>, 'data')
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  expect(fs.existsSync(path.join(folder, 'lock'))).toBe(true)
  await expect(oneAtATime(path.join(folder, 'lock'), async () => 'done')).resolves.toBe('done')
  expect(fs.readdirSync(folder)).toEqual([])
})

it('gives the lock back when the work fails', async () => {
  const lock = path.join(folder, 'lock')
  await expect(oneAtATime(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(oneAtATime(lock, async () => 'next')).resolves.toBe('next')
})
