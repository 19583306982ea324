import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = path.join(__dirname, '..', '..')

/** Runs one of our own check scripts; a failing one shows what it printed. */
const check = (script: string) =>
  run('npm', ['run', '-s', script], { cwd: root, maxBuffer: 1 << 24, shell: process.platform === 'win32' }).catch(
    (error: { stdout: string; stderr: string }) => {
      throw new Error(`${error.stdout}\n${error.stderr}`)
    },
  )

it('keeps the never-rules of the architecture', () => check('check:architecture'))
it('is formatted and free of lint', () => check('check:format'))
it('type-checks for WeChat, browsers, the cloud and the tests', () => check('check:types'), 240_000)
