import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { buildIfChanged, builtFolder } from '../../cloud/start/build-h5'

/** The package that goes to WeChat, checked without WeChat: sizes, what must not be in it, and WeChat's own compiler offline. */

const root = path.join(__dirname, '..', '..')
const built = builtFolder('weapp')
const kb = 1024

beforeAll(() => buildIfChanged('weapp'), 300_000)

const filesIn = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    return entry.isDirectory() ? filesIn(at) : [at]
  })
const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + fs.statSync(file).size, 0)
const appJson = () =>
  JSON.parse(fs.readFileSync(path.join(built, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }

it('stays within its sizes: 900 KB for the main package, 300 KB for each other', () => {
  const roots = appJson().subPackages.map((p) => path.join(built, p.root))
  const main = filesIn(built).filter((file) => !roots.some((r) => file.startsWith(r + path.sep)))
  expect(sizeOf(main)).toBeLessThanOrEqual(900 * kb)
  for (const folder of roots) expect(sizeOf(filesIn(folder))).toBeLessThanOrEqual(300 * kb)
})

it('has every page it names', () => {
  const { pages, subPackages } = appJson()
  for (const page of [...pages, ...subPackages.flatMap((p) => p.pages.map((name) => `${p.root}/${name}`))]) {
    for (const ending of ['js', 'json', 'wxml']) expect(fs.existsSync(path.join(built, `${page}.${ending}`))).toBe(true)
  }
})

it('asks no remote host for fonts, pictures or styles', () => {
  for (const file of filesIn(built).filter((f) => /\.(wxss|wxml)$/.test(f))) {
    const remote = fs.readFileSync(file, 'utf8').match(/(?:https?:)?\/\/[\w.-]+\.[a-z]{2,}[^"')\s]*/g) ?? []
    expect({ file: path.relative(built, file), remote: remote.filter((url) => !url.includes('www.w3.org')) }).toEqual({
      file: path.relative(built, file),
      remote: [],
    })
  }
})

it('compiles with WeChat’s own tools, offline', async () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-weapp-'))
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  fs.writeFileSync(path.join(scratch, 'key.pem'), privateKey.export({ type: 'pkcs1', format: 'pem' }))
  fs.cpSync(built, path.join(scratch, 'dist', 'weapp'), { recursive: true })
  fs.copyFileSync(path.join(root, 'project.config.json'), path.join(scratch, 'project.config.json'))
  // In a process and a folder of its own: it changes globals and leaves files behind.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(__dirname, 'compile-offline.js'), scratch],
    { cwd: scratch, env: { ...process.env, NODE_PATH: path.join(root, 'node_modules') }, maxBuffer: 1 << 24 },
  )
  expect(stdout).toContain('compiled')
  fs.rmSync(scratch, { recursive: true, force: true })
}, 180_000)
