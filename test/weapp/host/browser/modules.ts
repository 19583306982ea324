import { given, type MiniProgram, resolvePath } from '../mini-program'

declare global {
  interface Window {
    miniProgram: MiniProgram
  }
}

export const miniProgram = window.miniProgram
const loaded = new Map<string, { exports: unknown }>()
const globals: Record<string, unknown> = {}

/** Says what WeChat's globals are; before the first module is loaded. */
export function setGlobals(values: Record<string, unknown>): void {
  Object.assign(globals, values)
}

/** Runs a module of the package once and gives what it exports. Throws when there is none at `path`. */
export function load(path: string): unknown {
  const file = path.endsWith('.js') ? path : `${path}.js`
  const before = loaded.get(file)
  if (before) return before.exports
  const run = miniProgram.modules[file]
  if (!run) throw new Error(`module ${file} is not in the package`)
  const module = { exports: {} as unknown }
  loaded.set(file, module)
  const scope: Record<string, unknown> = {
    ...globals,
    module,
    exports: module.exports,
    require: (to: string) => load(resolvePath(file, to)),
  }
  run(...given.map((name) => scope[name]))
  return module.exports
}
