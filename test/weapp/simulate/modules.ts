import fs from 'node:fs'
import path from 'node:path'
import { given, missing, resolvePath } from '../host/mini-program'

// What the app would do later must not keep a test from ending.
const timers = {
  setTimeout: (work: () => void, ms?: number) => setTimeout(work, ms).unref(),
  setInterval: (work: () => void, ms?: number) => setInterval(work, ms).unref(),
}
const names = [...given, ...Object.keys(timers)]

/** Runs the package's files as WeChat does: each sees `wx` and its friends, and nothing that only a browser or Node has. */
export class Modules {
  private readonly loaded = new Map<string, { exports: unknown }>()

  constructor(
    private readonly root: string,
    private readonly globals: Record<string, unknown>,
  ) {}

  /** Runs a file once, by its path in the package without an ending, and gives what it exports. */
  load(file: string): unknown {
    const known = this.loaded.get(file)
    if (known) return known.exports
    const at = path.join(this.root, `${file}.js`)
    const module = { exports: {} as unknown }
    this.loaded.set(file, module)
    const scope: Record<string, unknown> = {
      ...this.globals,
      ...timers,
      module,
      exports: module.exports,
      require: (to: string) => this.load(resolvePath(file, to.replace(/\.js$/, ''))),
    }
    const run = new Function(...names, ...missing, `${fs.readFileSync(at, 'utf8')}\n//# sourceURL=${at}`)
    run(...names.map((name) => scope[name]))
    return module.exports
  }
}
