/** WeChat's component engine (exparser) behind j-component, with the types of what we use. */

export interface EngineNode {
  /** The element in the browser. */
  $$: HTMLElement
  addListener(name: string, listener: (event: { detail: unknown }) => void): void
  shadowRoot: { querySelector(selector: string): EngineNode | null; querySelectorAll(selector: string): EngineNode[] }
}

/** What is `this` in a component. */
export interface Instance {
  _exparserNode: EngineNode
  data: Record<string, unknown>
  triggerEvent(name: string, detail?: object, options?: { bubbles?: boolean; composed?: boolean }): void
}

export interface Definition {
  id: string
  tagName: string
  path?: string
  template: unknown
  usingComponents?: Record<string, string>
  options?: Record<string, unknown>
  properties?: Record<string, unknown>
  methods?: Record<string, unknown>
  [more: string]: unknown
}

interface Engine {
  register(definition: Definition): string
  behavior(definition: object): string
  create(id: string): { instance: Instance; attach(parent: HTMLElement): void; detach(): void }
}

// An import would bring along its typings, and with them WeChat's globals into every test.
export const engine = require('j-component') as Engine
