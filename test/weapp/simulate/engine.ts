import path from 'node:path'
import type { Modules } from './modules'

/** miniprogram-simulate: WeChat's template compiler and component engine for tests, here for whole pages. */

/** The page as its own code sees it. */
export interface Instance {
  route: string
  __route__: string
  setData(change: object, done?: () => void): void
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
}

export interface Rendered {
  instance: Instance
  attach(parent: HTMLElement): void
  detach(): void
}

interface Simulate {
  load(file: string, options: object): string
  render(id: string): Rendered
}

type Definition = Record<string, unknown>

export interface Engine {
  render(route: string): Rendered
}

/** WeChat's global functions that define things, until the engine is there: each file's definitions are kept, because a module runs once. */
export class Definitions {
  private readonly kept = new Map<string, Definition>()
  private current = ''

  readonly globals = {
    Component: (definition: Definition) => this.kept.set(this.current, definition),
    // A page is a component whose functions are its methods.
    Page: ({ data, ...methods }: Definition) => this.kept.set(this.current, { data, methods }),
    Behavior: (definition: object) => (globalThis as unknown as { Behavior(d: object): unknown }).Behavior(definition),
  }

  of(file: string, run: () => void): Definition {
    if (!this.kept.has(file)) {
      const before = this.current
      this.current = file
      run()
      this.current = before
    }
    const definition = this.kept.get(file)
    if (!definition) throw new Error(`${file} defines neither a page nor a component`)
    return definition
  }
}

/** Puts miniprogram-simulate to work on the package in `root`. Wants a screen. */
export function startEngine(root: string, modules: Modules, definitions: Definitions): Engine {
  const simulate = require('miniprogram-simulate') as Simulate
  const files = require('miniprogram-simulate/src/utils') as { runJs(file: string): void }
  const define = (globalThis as unknown as { Component(definition: Definition): void }).Component
  // It would run a file by Node's `require`, with all that Node has.
  files.runJs = (at) => {
    const file = path.relative(root, at).split(path.sep).join('/')
    const { methods, relations, ...definition } = definitions.of(file, () => modules.load(file))
    define({
      ...definition,
      // The engine writes into these.
      ...(relations ? { relations: structuredClone(relations) } : {}),
      methods: {
        groupSetData(this: unknown, change: () => void) {
          change.call(this)
        },
        ...(methods as object | undefined),
      },
    })
  }
  const { usingComponents } = require(path.join(root, 'app.json')) as { usingComponents: object }
  const ids = new Map<string, string>()
  return {
    render(route) {
      const id = ids.get(route) ?? simulate.load(path.join(root, route), { rootPath: root, usingComponents })
      ids.set(route, id)
      return simulate.render(id)
    },
  }
}
