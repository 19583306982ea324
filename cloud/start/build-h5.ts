import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { oneAtATime } from './lock-file'

const root = path.join(__dirname, '..', '..')
const sources = ['src', 'types', 'config', 'package-lock.json']

export const builtFolder = (target: 'h5' | 'weapp') => path.join(root, 'dist', target)

/**
 * Builds the app for a target unless the last build was made from the same sources. Returns whether it built. Several processes may ask at
 * once: one builds, the others wait for it. Throws with the compiler's words.
 */
export async function buildIfChanged(target: 'h5' | 'weapp'): Promise<boolean> {
  const mark = path.join(root, 'dist', `${target}.built-from`)
  return oneAtATime(path.join(root, 'dist', `${target}.building`), async () => {
    const now = fingerprint()
    if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === now && fs.existsSync(builtFolder(target))) return false
    // A build that breaks off leaves a folder that belongs to no sources.
    fs.rmSync(mark, { force: true })
    await runTaro(target)
    fs.writeFileSync(mark, now)
    return true
  })
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const visit = (file: string) => {
    const stat = fs.statSync(file)
    if (stat.isDirectory()) for (const name of fs.readdirSync(file).sort()) visit(path.join(file, name))
    else hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
  }
  for (const source of sources) visit(path.join(root, source))
  for (const name of ['TARO_APP_API', 'TARO_APP_LC_ID', 'TARO_APP_LC_KEY'])
    hash.update(`${name}=${process.env[name] ?? ''}\0`)
  return hash.digest('hex')
}

function runTaro(target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', target], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Building ${target} failed:\n${output.slice(-4000)}`)),
    )
  })
}
