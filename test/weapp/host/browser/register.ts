import { resolvePath } from '../mini-program'
import { type Definition, engine } from './engine'
import { load, miniProgram } from './modules'

/** Makes components and pages known to the engine as their files call `Component` and `Page`. */

type Given = Partial<Definition> & { methods?: Record<string, unknown>; data?: object }

const ids = new Map<string, string>()
let current: { path: string; id: string; tagName: string } | undefined

/** Registers the page or component at `path` (without an ending) with all it uses, and gives its id. */
export function idOf(path: string): string {
  const known = ids.get(path)
  if (known) return known
  const id = `registered-${ids.size}`
  ids.set(path, id)
  for (const used of Object.values(usedBy(path))) idOf(used)
  const before = current
  current = { path, id, tagName: miniProgram.components[path]?.name ?? 'page' }
  load(path)
  current = before
  return id
}

/** The components that a file may use, by the name it uses them under: the app's and its own. */
function usedBy(path: string): Record<string, string> {
  const own = miniProgram.config[path]
  if (!own) throw new Error(`${path} is not in the package`)
  const of = (file: string, components: Record<string, string> = {}) =>
    Object.entries(components).map(([name, at]) => [name, resolvePath(file, at)])
  return Object.fromEntries([...of('app', miniProgram.app.usingComponents), ...of(path, own.usingComponents)])
}

/** WeChat's `Component`. */
export function Component(definition: Given): void {
  if (!current) throw new Error('Component was called outside a file of a component')
  const { path, id, tagName } = current
  const name = miniProgram.components[path]
  engine.register({
    ...definition,
    id,
    tagName,
    path: `/${path}`,
    template: miniProgram.templateOf(`${path}.wxml`),
    usingComponents: Object.fromEntries(Object.entries(usedBy(path)).map(([used, at]) => [used, idOf(at)])),
    options: { ...definition.options, classPrefix: name?.isolated ? name.name : '' },
    methods: {
      // Several setData as one; here each is drawn at once.
      groupSetData(this: unknown, change: () => void) {
        change.call(this)
      },
      ...definition.methods,
    },
  })
}

/** WeChat's `Page`: a component whose functions are its methods. */
export function Page({ data = {}, ...definition }: Given): void {
  const methods = Object.fromEntries(Object.entries(definition).filter(([, value]) => typeof value === 'function'))
  Component({ data, methods })
}

/** WeChat's `Behavior`. */
export const Behavior = (definition: object) => engine.behavior(definition)
