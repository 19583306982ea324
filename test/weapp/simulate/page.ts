import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine, Instance, Rendered } from './engine'

/** WeChat's component engine, as far as a finger needs it. */
interface Exparser {
  Event: {
    create(name: string, detail: object, options: object): object
    dispatchEvent(node: object, event: object): void
  }
}
type Drawn = Element & { __wxElement?: object }

const patienceMs = 10_000

/** A page on the screen, and what a person sees and does there. */
export class OpenPage {
  readonly route: string
  readonly instance: Instance
  private readonly query: Record<string, string>
  private readonly box: HTMLElement
  private readonly rendered: Rendered
  private ready = false

  constructor(document: Document, engine: Engine, url: string, watch: (change: object) => void) {
    const [path = '', search = ''] = url.replace(/^\//, '').split('?')
    this.route = path
    this.query = Object.fromEntries(
      search.split('&').flatMap((pair) => (pair ? [pair.split(/=(.*)/s).slice(0, 2)] : [])),
    )
    this.rendered = engine.render(path)
    this.instance = this.rendered.instance
    this.instance.route = this.instance.__route__ = path
    const { setData } = this.instance
    this.instance.setData = (change, done) => {
      watch(change)
      setData.call(this.instance, change, done)
    }
    this.box = document.body.appendChild(document.createElement('div'))
    this.instance.onLoad?.(this.query)
    this.rendered.attach(this.box)
  }

  show(visible: boolean): void {
    if (visible) this.instance.onShow?.()
    else this.instance.onHide?.()
    if (visible && !this.ready) this.instance.onReady?.()
    this.ready ||= visible
  }

  close(): void {
    this.instance.onUnload?.()
    this.rendered.detach()
    this.box.remove()
  }

  get words(): string {
    return this.box.textContent ?? ''
  }

  /** How many elements stand on the page, those inside of components too. */
  get nodes(): number {
    return this.box.querySelectorAll('*').length
  }

  find(selector: string): Element | undefined {
    return this.box.querySelector(selector) ?? undefined
  }

  /** The innermost element with exactly these words. */
  saying(words: string): Element | undefined {
    return [...this.box.querySelectorAll('*')].filter((element) => element.textContent?.trim() === words).at(-1)
  }
}

/** A finger on an element: what WeChat's engine makes of it. */
export async function tap(element: Element): Promise<void> {
  const { Event } = require('miniprogram-exparser') as Exparser
  const node = (element as Drawn).__wxElement
  if (!node) throw new Error(`<${element.tagName}> is not drawn by the engine`)
  const touch = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 }
  const extraFields = { touches: [touch], changedTouches: [touch] }
  Event.dispatchEvent(node, Event.create('tap', {}, { bubbles: true, capturePhase: true, composed: true, extraFields }))
  await sleep(0)
}

/** Waits until there is something; `otherwise` says what is the matter when there never is. */
export async function until<T>(look: () => T | undefined, otherwise: () => string): Promise<T> {
  for (let waited = 0; waited < patienceMs; waited += 20) {
    const found = look()
    if (found) return found
    await sleep(20)
  }
  throw new Error(otherwise())
}
